import type { Draft } from '../facts/fact.ts';
import type { RandomBytes } from '../ids.ts';
import type { Strategies } from '../strategies/registry.ts';
import type { ReportedStatus, ServiceType } from '../vocabulary.ts';

/** What is known when a claim is decided on, besides the claim. */
export interface Context {
  readonly nowMs: number;
  readonly random: RandomBytes;
  readonly strategies: Strategies;
  /** Through what the claim came in, such as `cli` or `git`. */
  readonly source: string;
  /** Whether an environment that nobody registered is registered on the way, as importers do, or refused. */
  readonly registersEnvironments: boolean;
}

export interface KnownDeployment {
  readonly service: string;
  readonly environment: string;
  readonly strategy: string;
  /** What was reported last. */
  readonly outcome: ReportedStatus;
  readonly finishedMs: number | null;
  /** When it was last heard of. */
  readonly lastHeardMs: number;
}

export interface LaneVersion {
  readonly environment: string;
  readonly region: string;
  readonly version: string;
}

/** What the ledger holds that a decision depends on. */
export interface Known {
  environments(): readonly string[];
  deployment(id: string): KnownDeployment | undefined;
  incident(id: string): boolean;
  rollback(id: string): boolean;
  serviceType(service: string): ServiceType | null | undefined;
  /** Where a service runs, and in which version. */
  running(service: string): readonly LaneVersion[];
}

/** What a claim leads to: facts, in the order in which they enter the log. */
export interface Decision {
  /** Id of the entity that the claim was about. */
  readonly id: string;
  readonly drafts: readonly Draft[];
  /** What the person should know, though it is no error. */
  readonly warnings: readonly string[];
}
