import type { RemovalClaim, ServiceClaim } from '../claims/claim.ts';
import type { Draft } from '../facts/fact.ts';
import { instant, parseTime } from '../instant.ts';
import type { Context, Decision, Known } from './context.ts';
import { enterEnvironment } from './environment.ts';

export function decideService(claim: ServiceClaim, _known: Known, context: Context): Decision {
  return { id: claim.name, drafts: [registerService(claim, context)], warnings: [] };
}

export function registerService(claim: Omit<ServiceClaim, 'type'>, context: Context): Draft {
  const atMs = claim.at === undefined ? context.nowMs : parseTime(claim.at, context.nowMs, 'at');
  return {
    fact: {
      data: {
        dependsOn: claim.dependsOn,
        healthCheck: claim.healthCheck,
        owners: claim.owners,
        repository: claim.repository,
        service: claim.name,
        serviceType: claim.serviceType,
        tier: claim.tier,
      },
      occurredAt: instant(atMs),
      recordedAt: instant(context.nowMs),
      source: context.source,
      type: 'service.registered',
      v: 1,
    },
    secrets: [],
  };
}

/** Decides that a service no longer runs somewhere. */
export function decideRemoval(claim: RemovalClaim, known: Known, context: Context): Decision {
  const environment = enterEnvironment(claim.environment, known, context);
  const at = claim.at === undefined ? context.nowMs : parseTime(claim.at, context.nowMs, 'at');
  const removed: Draft = {
    fact: {
      data: { environment: claim.environment, region: claim.region, service: claim.service },
      occurredAt: instant(at),
      recordedAt: instant(context.nowMs),
      source: context.source,
      type: 'service.removed',
      v: 1,
    },
    secrets: [],
  };
  return { id: claim.service, drafts: [...environment.drafts, removed], warnings: environment.warnings };
}
