import type { ClaimInput } from '../../domain/claims/claim.ts';

/** The name of what a claim is about, the same whenever and however often the claim is told. */
export function entityOf(claim: ClaimInput): string {
  switch (claim.type) {
    case 'deployment':
    case 'rollback':
    case 'incident':
      return `${claim.type}/${claim.id}`;
    case 'deployment-status':
      return `deployment/${claim.deployment}/status/${claim.at}/${claim.status}`;
    case 'correction':
      return `deployment/${claim.deployment}/correction/${claim.at}`;
    case 'removal':
      return `service/${claim.service}/removal/${claim.environment}/${claim.region ?? ''}`;
    case 'incident-resolution':
      return `incident/${claim.incident}/resolution`;
    case 'incident-attribution':
      return `incident/${claim.incident}/attribution`;
    case 'service':
    case 'environment':
      return `${claim.type}/${claim.name}`;
  }
}
