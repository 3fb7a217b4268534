import type { Instant } from '../instant.ts';
import type { Progress } from '../strategies/strategy.ts';
import type { Kind, ReportedStatus } from '../vocabulary.ts';
import type { Envelope, Sealed, SealedPerson } from './envelope.ts';

/** What a deployment says of itself; times and words absent where nobody claimed them. */
export interface DeploymentData {
  readonly approvedBy?: readonly SealedPerson[] | undefined;
  readonly artifact?: string | undefined;
  readonly changeId?: string | undefined;
  readonly cluster?: string | undefined;
  readonly commit?: string | undefined;
  readonly deployment: string;
  readonly downtimeExpected?: boolean | undefined;
  readonly environment: string;
  readonly finishedAt?: Instant | undefined;
  readonly initiator?: SealedPerson | undefined;
  readonly kind?: Kind | undefined;
  readonly message?: Sealed | undefined;
  readonly metadata?: Sealed | undefined;
  readonly parentId?: string | undefined;
  readonly planned?: boolean | undefined;
  readonly previousVersion?: string | undefined;
  readonly progress?: Progress | undefined;
  readonly region?: string | undefined;
  readonly remediates?: readonly string[] | undefined;
  readonly replicas?: number | undefined;
  readonly service: string;
  readonly startedAt?: Instant | undefined;
  readonly status: ReportedStatus;
  readonly strategy: string;
  readonly version: string;
  readonly window?: string | undefined;
}

/** A deployment was made known, at whatever point of its life. */
export interface DeploymentRecorded extends Envelope {
  readonly data: DeploymentData;
  readonly type: 'deployment.recorded';
}

export interface ShippedCommit {
  readonly committedAt: Instant;
  readonly sha: string;
}

/** The commits that a deployment was the first to ship, at most 250 a fact. */
export interface DeploymentShipped extends Envelope {
  readonly data: { readonly commits: readonly ShippedCommit[]; readonly deployment: string };
  readonly type: 'deployment.shipped';
}

/** A word while it is under way: progress, a message, or that it has begun. */
export interface DeploymentAdvanced extends Envelope {
  readonly data: {
    readonly deployment: string;
    readonly message?: Sealed | undefined;
    readonly progress?: Progress | undefined;
    readonly status?: 'pending' | 'in-progress' | undefined;
  };
  readonly type: 'deployment.advanced';
}

/** It is over, one way or another. */
export interface DeploymentFinished extends Envelope {
  readonly data: {
    readonly deployment: string;
    readonly message?: Sealed | undefined;
    readonly progress?: Progress | undefined;
    readonly status: 'success' | 'failure' | 'partial' | 'cancelled';
  };
  readonly type: 'deployment.finished';
}

/** Nothing has been heard of it since `lastHeardAt`; any word of its end, or any later word, outweighs this. */
export interface DeploymentAbandoned extends Envelope {
  readonly data: { readonly deployment: string; readonly lastHeardAt: Instant; readonly message?: Sealed | undefined };
  readonly type: 'deployment.abandoned';
}

/** Somebody decided that an earlier claim was wrong: `set` holds what is right. The earlier fact stays. */
export interface DeploymentCorrected extends Envelope {
  readonly data: {
    readonly deployment: string;
    readonly reason: Sealed;
    readonly set: Partial<Omit<DeploymentData, 'deployment'>>;
  };
  readonly type: 'deployment.corrected';
}

export type DeploymentFact =
  | DeploymentRecorded
  | DeploymentShipped
  | DeploymentAdvanced
  | DeploymentFinished
  | DeploymentAbandoned
  | DeploymentCorrected;
