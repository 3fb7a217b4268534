import type { Claim } from '../../../domain/claims/claim.ts';
import type { Place } from './scope.ts';

/** What a claim reaches: the place that it names, and records whose places the ledger knows. */
export interface Reach {
  readonly place?: Place;
  /** Ids that have to be recorded already. */
  readonly deployments?: readonly string[];
  readonly incidents?: readonly string[];
  /** Ids of deployments or incidents that may be unknown still. */
  readonly mentions?: readonly string[];
}

/** What a claim reaches. A place that it leaves to the ledger to find out is null. */
export function reachOf(claim: Claim): Reach {
  switch (claim.type) {
    case 'deployment': {
      const { service, environment, parentId, remediates } = claim;
      return { place: { service, environment }, mentions: given([parentId, ...(remediates ?? [])]) };
    }
    case 'correction':
      return {
        place: claim.set,
        deployments: [claim.deployment],
        mentions: given([claim.set.parentId, ...(claim.set.remediates ?? [])]),
      };
    case 'rollback': {
      const { service, environment, deployment, carriedOutBy } = claim;
      const place = { service, environment: environment ?? (deployment === undefined ? null : undefined) };
      return { place, deployments: given([deployment]), mentions: given([carriedOutBy]) };
    }
    case 'incident': {
      const { service, environment = 'production', causedBy } = claim;
      return { place: { service, environment }, deployments: given([causedBy]) };
    }
    case 'deployment-status':
      return { deployments: [claim.deployment] };
    case 'incident-resolution':
      return { incidents: [claim.incident] };
    case 'incident-attribution':
      return { incidents: [claim.incident], deployments: given([claim.deployment]) };
    case 'removal':
      return { place: { service: claim.service, environment: claim.environment } };
    case 'service':
      return { place: { service: claim.name } };
    case 'environment':
      return { place: { environment: claim.name } };
  }
}

function given(ids: readonly (string | undefined)[]): string[] {
  return ids.filter((id) => id !== undefined);
}
