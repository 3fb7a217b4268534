import type { ServiceType, Severity, Tier, Trigger } from '../vocabulary.ts';
import type { Envelope, Sealed, SealedPerson } from './envelope.ts';

/** A service went back to an earlier version. Without a region it went back wherever `fromVersion` ran. */
export interface RollbackRecorded extends Envelope {
  readonly data: {
    readonly carriedOutBy?: string | undefined;
    readonly deployment?: string | undefined;
    readonly environment: string;
    readonly fromVersion: string;
    readonly impact?: Sealed | undefined;
    readonly initiator?: SealedPerson | undefined;
    readonly reason: Sealed;
    readonly reasonCode?: string | undefined;
    readonly region?: string | undefined;
    readonly rollback: string;
    readonly service: string;
    readonly toVersion: string;
    readonly trigger: Trigger;
  };
  readonly type: 'rollback.recorded';
}

/** A service was taken out of an environment: from then on it does not run there. */
export interface ServiceRemoved extends Envelope {
  readonly data: {
    readonly environment: string;
    readonly region?: string | undefined;
    readonly service: string;
  };
  readonly type: 'service.removed';
}

/** What is known about a service; what is absent stays as it was registered before. */
export interface ServiceRegistered extends Envelope {
  readonly data: {
    readonly dependsOn?: readonly string[] | undefined;
    readonly healthCheck?: string | undefined;
    readonly owners?: readonly string[] | undefined;
    readonly repository?: string | undefined;
    readonly service: string;
    readonly serviceType?: ServiceType | undefined;
    readonly tier?: string | undefined;
  };
  readonly type: 'service.registered';
}

export interface EnvironmentRegistered extends Envelope {
  readonly data: {
    readonly environment: string;
    /** After this long without a word a deployment counts as abandoned. */
    readonly limitMs?: number | undefined;
    readonly order?: number | undefined;
    readonly tier: Tier;
  };
  readonly type: 'environment.registered';
}

export interface IncidentOpened extends Envelope {
  readonly data: {
    readonly environment: string;
    readonly incident: string;
    readonly service: string;
    readonly severity: Severity;
    readonly title?: Sealed | undefined;
  };
  readonly type: 'incident.opened';
}

/** Stands where the id of a deployment would when a person found that none caused an incident: no id is empty. */
export const noDeployment = '';

/** A person decided which deployment an incident came from, or that it came from none. */
export interface IncidentAttributed extends Envelope {
  readonly data: {
    /** Or `noDeployment`. */
    readonly deployment: string;
    readonly incident: string;
    readonly initiator?: SealedPerson | undefined;
  };
  readonly type: 'incident.attributed';
}

export interface IncidentResolved extends Envelope {
  readonly data: { readonly incident: string };
  readonly type: 'incident.resolved';
}

export interface OpeningRef {
  readonly index: number;
  readonly path: string;
}

/** A person was erased: these openings are gone by right, so their absence is no sign of tampering. */
export interface ActorErased extends Envelope {
  readonly data: {
    /** The references by which facts still speak of the person. */
    readonly actors: readonly string[];
    readonly openings: readonly OpeningRef[];
  };
  readonly type: 'actor.erased';
}

export type RollbackOrRemoval = RollbackRecorded | ServiceRemoved;
export type IncidentFact = IncidentOpened | IncidentAttributed | IncidentResolved;
