import type { Claim } from '../claims/claim.ts';
import type { Context, Decision, Known } from './context.ts';
import { decideDeployment } from './deployment.ts';
import { decideEnvironment } from './environment.ts';
import { decideIncident, decideIncidentAttribution, decideIncidentResolution } from './incident.ts';
import { decideCorrection, decideStatus } from './report.ts';
import { decideRollback } from './rollback.ts';
import { decideRemoval, decideService } from './service.ts';

/**
 * Turns what somebody claims into facts, against what is known.
 * @throws LedgerError `invalid` for a claim that contradicts itself, `not-found` for one about something that nobody recorded,
 * `conflict` for an id that is taken.
 */
export function decide(claim: Claim, known: Known, context: Context): Decision {
  switch (claim.type) {
    case 'deployment':
      return decideDeployment(claim, known, context);
    case 'deployment-status':
      return decideStatus(claim, known, context);
    case 'correction':
      return decideCorrection(claim, known, context);
    case 'removal':
      return decideRemoval(claim, known, context);
    case 'rollback':
      return decideRollback(claim, known, context);
    case 'incident':
      return decideIncident(claim, known, context);
    case 'incident-resolution':
      return decideIncidentResolution(claim, known, context);
    case 'incident-attribution':
      return decideIncidentAttribution(claim, known, context);
    case 'service':
      return decideService(claim, known, context);
    case 'environment':
      return decideEnvironment(claim, known, context);
  }
}
