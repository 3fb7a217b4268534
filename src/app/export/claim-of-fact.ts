import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { claimOfCorrection, claimOfRecord } from './claim-of-deployment.ts';
import { erased, type SealedValues } from './sealed-values.ts';

/**
 * The claim that leads to a fact again; undefined for a fact that no claim leads to by itself: commits, which belong to their
 * deployment's claim, and an erasure. What was erased stays out, or is `(erased)` where there must be something.
 */
export function claimOfFact(fact: Fact, sealed: SealedValues): ClaimInput | undefined {
  const at = fact.occurredAt;
  switch (fact.type) {
    case 'deployment.recorded':
      return claimOfRecord(fact, sealed);
    case 'deployment.corrected':
      return claimOfCorrection(fact, sealed);
    case 'deployment.advanced': {
      const { status, progress } = fact.data;
      const message = sealed.text('/data/message');
      const saysMore = status !== undefined || progress !== undefined;
      return { ...statusClaim(fact), status, progress, message: saysMore ? message : (message ?? erased) };
    }
    case 'deployment.finished': {
      const { status, progress } = fact.data;
      return { ...statusClaim(fact), status, progress, message: sealed.text('/data/message') };
    }
    case 'deployment.abandoned':
      return { ...statusClaim(fact), status: 'abandoned', message: sealed.text('/data/message') };
    case 'rollback.recorded': {
      const { rollback, ...data } = fact.data;
      return { type: 'rollback', ...data, id: rollback, at, ...rollbackTexts(sealed) };
    }
    case 'service.removed':
      return { type: 'removal', ...fact.data, at };
    case 'incident.opened': {
      const { incident, ...data } = fact.data;
      return { type: 'incident', ...data, id: incident, openedAt: at, title: sealed.text('/data/title') };
    }
    case 'incident.attributed':
      return { type: 'incident-attribution', ...fact.data, at, initiator: sealed.text('/data/initiator') };
    case 'incident.resolved':
      return { type: 'incident-resolution', ...fact.data, at };
    case 'service.registered': {
      const { service, dependsOn, owners, ...data } = fact.data;
      return { type: 'service', name: service, ...data, dependsOn: copy(dependsOn), owners: copy(owners) };
    }
    case 'environment.registered': {
      const { environment, limitMs, order, tier } = fact.data;
      return { type: 'environment', name: environment, tier, order, limit: limitMs && `${limitMs}ms` };
    }
    case 'deployment.shipped':
    case 'actor.erased':
      return undefined;
  }
}
