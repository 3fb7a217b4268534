import type { Progress } from '../domain/strategies/strategy.ts';
import type { Kind, ReportedStatus, ServiceType, Severity, Status, Tier, Trigger } from '../domain/vocabulary.ts';

/**
 * Every row is one version of what is known about its key: it held from log index `knownFrom` until `knownTo` made it obsolete
 * (null: it still holds). So the rows as known at index K are those with knownFrom < K and (knownTo null or ≥ K), K being a
 * number of facts. Times are epoch milliseconds; a region that nobody named is ''. No row holds a sealed value.
 */
export interface Versioned {
  readonly knownFrom: number;
  readonly knownTo: number | null;
}

/** Where the opening of a sealed field is found: index of the fact and pointer into it. */
export type SealedRefs = Readonly<Record<string, readonly [index: number, path: string]>>;

/** What the reports about one deployment add up to, before anything else in its lane is looked at. */
export interface DeploymentState {
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly region: string;
  readonly version: string;
  readonly strategy: string;
  readonly kind: Kind;
  readonly cluster: string | null;
  readonly replicas: number | null;
  readonly changeId: string | null;
  readonly artifact: string | null;
  readonly commit: string | null;
  readonly parentId: string | null;
  /** The version that the reports say it replaced. */
  readonly claimedPrevious: string | null;
  readonly planned: boolean | null;
  readonly remediates: readonly string[];
  readonly progress: Progress;
  readonly window: string | null;
  readonly downtimeExpected: boolean | null;
  /** What was reported last, rollbacks and targets left aside. */
  readonly outcome: ReportedStatus;
  /** Whether its reports contradict one another. */
  readonly disputed: boolean;
  /** The first moment at which it existed. */
  readonly createdMs: number;
  readonly startedMs: number | null;
  readonly finishedMs: number | null;
  /** When it was last heard of. */
  readonly lastHeardMs: number;
  /** Its place in its lane and in lists: the finish, else the start, else the creation. */
  readonly atMs: number;
  /** Actor references. */
  readonly initiator: string | null;
  readonly approvedBy: readonly string[];
  readonly sealed: SealedRefs;
  /** Index of the fact that recorded it. */
  readonly index: number;
  readonly recordedMs: number;
}

/** What a deployment's lane adds: rollbacks, its targets, what ran before it. */
export interface Standing {
  readonly status: Status;
  readonly previousVersion: string | null;
  readonly rolledBackMs: number | null;
  readonly rolledBackBy: string | null;
  /** When a rollback skipped it that went further back; it keeps its status. */
  readonly undoneMs: number | null;
}

export interface DeploymentRow extends DeploymentState, Standing, Versioned {}

/** A commit that a deployment says it shipped. */
export interface CommitRow extends Versioned {
  readonly deployment: string;
  /** Its hash, as it was given. */
  readonly commit: string;
  readonly committedMs: number;
}

/** From `sinceMs` on this version runs in this region of a lane, until the next change there. */
export interface LaneChange extends Versioned {
  readonly service: string;
  readonly environment: string;
  readonly region: string;
  readonly sinceMs: number;
  /** Null when nothing runs any more. */
  readonly version: string | null;
  /** Null when nothing runs, or when a rollback went back to a version whose deployment nobody recorded. */
  readonly deployment: string | null;
}

/** The last change of a lane, as long as it left something running. */
export interface RunningRow extends LaneChange {
  readonly version: string;
}

export interface RollbackRow extends Versioned {
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly region: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly atMs: number;
  readonly trigger: Trigger;
  readonly reasonCode: string | null;
  /** The deployment that it names. */
  readonly deployment: string | null;
  readonly carriedOutBy: string | null;
  readonly initiator: string | null;
  readonly sealed: SealedRefs;
  readonly index: number;
  readonly recordedMs: number;
}

export interface RemovalRow extends Versioned {
  readonly service: string;
  readonly environment: string;
  readonly region: string;
  readonly atMs: number;
  readonly index: number;
}

export interface IncidentRow extends Versioned {
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly severity: Severity;
  readonly openedMs: number;
  readonly resolvedMs: number | null;
  /** The deployment that a person named as its cause. */
  readonly causedBy: string | null;
  readonly sealed: SealedRefs;
  readonly index: number;
  readonly recordedMs: number;
}

export interface ServiceRow extends Versioned {
  readonly name: string;
  readonly serviceType: ServiceType | null;
  readonly dependsOn: readonly string[];
  readonly owners: readonly string[];
  readonly repository: string | null;
  readonly healthCheck: string | null;
  readonly tier: string | null;
  /** False while it is known from its deployments only. */
  readonly registered: boolean;
}

export interface EnvironmentRow extends Versioned {
  readonly name: string;
  readonly tier: Tier;
  readonly order: number;
  readonly limitMs: number;
}

/** The read models by name. */
export interface Tables {
  readonly deployments: DeploymentRow;
  readonly commits: CommitRow;
  readonly running: LaneChange;
  readonly rollbacks: RollbackRow;
  readonly removals: RemovalRow;
  readonly incidents: IncidentRow;
  readonly services: ServiceRow;
  readonly environments: EnvironmentRow;
}

export type TableName = keyof Tables;
