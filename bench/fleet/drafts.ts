import { type ClaimInput, parseClaim } from '../../src/domain/claims/claim.ts';
import type { Context, Known } from '../../src/domain/decide/context.ts';
import { decide } from '../../src/domain/decide/decide.ts';
import type { Draft } from '../../src/domain/facts/fact.ts';
import { strategyRegistry } from '../../src/domain/strategies/registry.ts';
import { pooledRandom } from '../../src/main/open-ledger.ts';

/** What the fleet's claims meet in a ledger, as far as it changes what they lead to. */
function knownTo(claim: ClaimInput): Known {
  const isReport = claim.type === 'deployment-status';
  const known = {
    service: 'service-000',
    environment: 'production',
    strategy: 'canary',
    outcome: 'in-progress',
    finishedMs: null,
    lastHeardMs: 0,
  } as const;
  return {
    environments: () => [],
    deployment: () => (isReport ? known : undefined),
    incident: () => false,
    rollback: () => false,
    serviceType: () => null,
    running: () => [],
  };
}

/** The drafts that claims of the fleet lead to, decided apart from any ledger. */
export function draftsOf(claims: readonly ClaimInput[]): Draft[] {
  const context: Context = {
    nowMs: Date.now(),
    random: pooledRandom(),
    strategies: strategyRegistry(),
    source: 'bench',
    registersEnvironments: false,
  };
  return claims.flatMap((claim) => decide(parseClaim(claim), knownTo(claim), context).drafts);
}
