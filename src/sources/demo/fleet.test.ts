import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimInput, parseClaim } from '../../domain/claims/claim.ts';
import { instantMs } from '../../domain/instant.ts';
import { parseProgress, strategyNamed, strategyRegistry } from '../../domain/strategies/registry.ts';
import { demoFleet } from './fleet.ts';

const nowMs = Date.parse('2026-11-25T10:00:00.250Z');
const anyFleet = fc
  .record({ seed: fc.string(), nowMs: fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }) })
  .map((options) => ({ ...options, claims: [...demoFleet(options)] }));
const few = { numRuns: 8 };

/** The moment at which a ledger would have heard of a claim. */
function toldMs(claim: ClaimInput): number {
  switch (claim.type) {
    case 'deployment':
      return instantMs(String(claim.finishedAt ?? claim.startedAt));
    case 'incident':
      return instantMs(String(claim.openedAt));
    case 'service':
    case 'environment':
      return Number.NEGATIVE_INFINITY;
    default:
      return instantMs(String(claim.at));
  }
}

/** The ids that a claim takes for known. */
function references(claim: ClaimInput): (string | undefined)[] {
  switch (claim.type) {
    case 'deployment':
      return [claim.parentId, ...(claim.remediates ?? [])];
    case 'deployment-status':
    case 'correction':
      return [claim.deployment];
    case 'rollback':
      return [claim.deployment, claim.carriedOutBy];
    case 'incident':
      return [claim.causedBy];
    case 'incident-resolution':
      return [claim.incident];
    case 'incident-attribution':
      return [claim.incident, claim.deployment];
    default:
      return [];
  }
}

describe('demoFleet', () => {
  it('tells the same for the same seed and now, to the byte', () => {
    expect(JSON.stringify([...demoFleet({ seed: 7, nowMs })])).toBe(JSON.stringify([...demoFleet({ seed: 7, nowMs })]));
  });

  it('tells something else for another seed', () => {
    const ids = new Set([...demoFleet({ seed: 1, nowMs })].map((claim) => 'id' in claim && claim.id));
    const others = [...demoFleet({ seed: 2, nowMs })].filter((claim) => 'id' in claim && ids.has(claim.id));
    expect(others).toEqual([]);
  });

  it('registers the fleet first, the same at any time', () => {
    const begun = (atMs: number) => [...demoFleet({ seed: 7, nowMs: atMs })].slice(0, 16);
    expect(begun(nowMs)).toEqual(begun(nowMs + 12_345_678));
    expect(begun(nowMs).map(({ type }) => type)).toEqual([
      ...Array.from({ length: 4 }, () => 'environment'),
      ...Array.from({ length: 12 }, () => 'service'),
    ]);
  });

  it('makes only claims that a ledger accepts, each under a key of its own', () => {
    const strategies = strategyRegistry();
    fc.assert(
      fc.property(anyFleet, ({ claims }) => {
        for (const input of claims) {
          const claim = parseClaim(input);
          if (claim.type !== 'deployment' || claim.progress === undefined) continue;
          parseProgress(strategyNamed(strategies, claim.strategy ?? ''), claim.progress);
        }
        const keys = claims.map(({ idempotencyKey }) => idempotencyKey);
        expect(new Set(keys).size).toBe(claims.length);
        expect(keys).not.toContain(undefined);
      }),
      few,
    );
  });

  it('tells everything in order of time, nothing later than now, and speaks of nothing before it told of it', () => {
    fc.assert(
      fc.property(anyFleet, (fleet) => {
        const known = new Set<string | undefined>([undefined]);
        let lastMs = Number.NEGATIVE_INFINITY;
        for (const claim of fleet.claims) {
          expect(toldMs(claim)).toBeGreaterThanOrEqual(lastMs);
          lastMs = toldMs(claim);
          expect(references(claim).filter((id) => !known.has(id))).toEqual([]);
          if ('id' in claim) known.add(claim.id);
        }
        expect(lastMs).toBeLessThanOrEqual(fleet.nowMs);
        expect(lastMs).toBeGreaterThan(fleet.nowMs - 3_600_000);
      }),
      few,
    );
  });
});
