import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import {
  type EnvironmentRegistered,
  noDeployment,
  type RollbackRecorded,
  type ServiceRegistered,
} from '../../domain/facts/other.ts';
import { claimOfCorrected, claimOfRecorded, claimOfReport } from './claim-of-deployment.ts';
import { erased, type SealedValues } from './sealed-values.ts';

/**
 * The claim that leads to a fact again; undefined for one that no claim leads to by itself: commits, which belong to the claim of
 * their deployment, and an erasure. What was erased stays out, or is `(erased)` where there must be something.
 */
export function claimOfFact(fact: Fact, sealed: SealedValues): ClaimInput | undefined {
  const at = fact.occurredAt;
  switch (fact.type) {
    case 'deployment.recorded':
      return claimOfRecorded(fact, sealed);
    case 'deployment.advanced':
    case 'deployment.finished':
    case 'deployment.abandoned':
      return claimOfReport(fact, sealed);
    case 'deployment.corrected':
      return claimOfCorrected(fact, sealed);
    case 'rollback.recorded':
      return claimOfRollback(fact, sealed);
    case 'service.removed':
      return { type: 'removal', ...fact.data, at };
    case 'incident.opened': {
      const { incident, ...data } = fact.data;
      return { type: 'incident', ...data, id: incident, openedAt: at, title: sealed.text('/data/title') };
    }
    case 'incident.attributed': {
      const { incident, deployment } = fact.data;
      const cause = deployment === noDeployment ? { noDeployment: true as const } : { deployment };
      return { type: 'incident-attribution', incident, ...cause, at, initiator: sealed.text('/data/initiator') };
    }
    case 'incident.resolved':
      return { type: 'incident-resolution', ...fact.data, at };
    case 'service.registered':
      return claimOfService(fact);
    case 'environment.registered':
      return claimOfEnvironment(fact);
    case 'deployment.shipped':
    case 'actor.erased':
    case 'token.created':
    case 'token.revoked':
      return undefined;
  }
}

function claimOfRollback({ data, occurredAt }: RollbackRecorded, sealed: SealedValues): ClaimInput {
  const { rollback, ...plain } = data;
  return {
    type: 'rollback',
    ...plain,
    id: rollback,
    at: occurredAt,
    impact: sealed.texts('/data/impact'),
    initiator: sealed.text('/data/initiator'),
    reason: sealed.text('/data/reason') ?? erased,
  };
}

function claimOfService({ data, occurredAt }: ServiceRegistered): ClaimInput {
  const { service, dependsOn, owners, ...plain } = data;
  return {
    type: 'service',
    ...plain,
    name: service,
    dependsOn: dependsOn && [...dependsOn],
    owners: owners && [...owners],
    at: occurredAt,
  };
}

function claimOfEnvironment({ data, occurredAt }: EnvironmentRegistered): ClaimInput {
  const { environment, limitMs, order, tier } = data;
  return {
    type: 'environment',
    name: environment,
    limit: limitMs === undefined ? undefined : `${limitMs}ms`,
    order,
    tier,
    at: occurredAt,
  };
}
