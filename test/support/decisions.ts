import { parseClaim } from '../../src/domain/claims/claim.ts';
import type { Context, Decision, Known } from '../../src/domain/decide/context.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import type { Fact } from '../../src/domain/facts/fact.ts';
import type { RandomBytes } from '../../src/domain/ids.ts';
import { strategyRegistry } from '../../src/domain/strategies/registry.ts';
import { seal } from '../../src/ledger/sealing.ts';

/** 2026-01-15T12:00:00Z */
export const noon = Date.UTC(2026, 0, 15, 12);

/** Bytes that count up: different each time, the same in each run. */
export function countingBytes(): RandomBytes {
  let next = 0;
  return (size) => Uint8Array.from({ length: size }, () => next++ % 256);
}

export function contextOf(more: Partial<Context> = {}): Context {
  return {
    nowMs: noon,
    random: countingBytes(),
    strategies: strategyRegistry(),
    source: 'test',
    registersEnvironments: false,
    ...more,
  };
}

/** A ledger that knows nothing, but for what is said. */
export function knowing(more: Partial<Known> = {}): Known {
  return {
    environments: () => [],
    deployment: () => undefined,
    incident: () => false,
    rollback: () => false,
    serviceType: () => null,
    running: () => [],
    ...more,
  };
}

export function decideOn(claim: unknown, known: Known = knowing(), context: Context = contextOf()): Decision {
  return decide(parseClaim(claim), known, context);
}

/** The facts of a decision as they would be stored, sealed with salts that count up. */
export function sealedFacts(decision: Decision): Fact[] {
  const random = countingBytes();
  return decision.drafts.map((draft, index) => {
    seal(draft, index, random(32 * draft.secrets.length), (name) => `actor-of-${name}`);
    return draft.fact;
  });
}
