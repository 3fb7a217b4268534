import type { DeploymentFact } from './deployment.ts';
import type { Secret } from './envelope.ts';
import type {
  ActorErased,
  EnvironmentRegistered,
  IncidentFact,
  RollbackOrRemoval,
  ServiceRegistered,
} from './other.ts';
import type { TokenFact } from './token.ts';

/** Everything that can have happened. Immutable, in the past tense, never edited; a correction is a new fact. */
export type Fact =
  | DeploymentFact
  | RollbackOrRemoval
  | IncidentFact
  | ServiceRegistered
  | EnvironmentRegistered
  | ActorErased
  | TokenFact;

export type FactType = Fact['type'];

/** A fact with the time of its recording still to come, and its secrets not yet sealed: their places hold nothing. */
export interface Draft {
  readonly fact: Fact;
  readonly secrets: readonly Secret[];
}

/** The entity whose story a fact is part of, such as `deployment:deploy-1705339200-4f9k2mq7xr`. */
export type Subject = string;

/** The one entity that a fact is about. Facts of one subject, in order, are its whole story. */
export function subjectOf(fact: Fact): Subject {
  switch (fact.type) {
    case 'deployment.recorded':
    case 'deployment.shipped':
    case 'deployment.advanced':
    case 'deployment.finished':
    case 'deployment.abandoned':
    case 'deployment.corrected':
      return `deployment:${fact.data.deployment}`;
    case 'rollback.recorded':
      return `rollback:${fact.data.rollback}`;
    case 'incident.opened':
    case 'incident.attributed':
    case 'incident.resolved':
      return `incident:${fact.data.incident}`;
    case 'service.registered':
    case 'service.removed':
      return `service:${fact.data.service}`;
    case 'environment.registered':
      return `environment:${fact.data.environment}`;
    case 'actor.erased':
      return 'actors';
    case 'token.created':
    case 'token.revoked':
      return `token:${fact.data.token}`;
  }
}
