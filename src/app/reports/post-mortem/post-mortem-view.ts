import type { ShippedCommit } from '../../../domain/facts/deployment.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { DeploymentView, IncidentView, RollbackView, RunningView } from '../../views.ts';
import type { Approval } from '../approval.ts';

/** Something that happened, as a fact tells it. */
export interface PostMortemEvent {
  /** When it happened, as claimed. */
  readonly at: Instant;
  /** When the ledger learnt it. */
  readonly recordedAt: Instant;
  readonly what: string;
  readonly who: string | null;
  readonly source: string;
  readonly type: string;
  readonly index: number;
  /** Hexadecimal. */
  readonly leafHash: string;
}

/** When and by what the harm was over. */
export interface Recovery {
  /** From when it is counted: the deployment's finish, or the opening of an incident that nobody attributed. */
  readonly from: Instant;
  readonly at: Instant | null;
  readonly by: 'rollback' | 'incident' | 'remedy' | null;
  readonly afterMs: number | null;
}

/** Everything that the ledger knows about what went wrong, and what it cannot know. Null where nobody said anything. */
export interface PostMortem {
  readonly subject: { readonly kind: 'deployment' | 'incident'; readonly id: string };
  readonly service: string;
  readonly environment: string;
  /** The deployment that is looked into: the subject, the whole that it is a part of, or the one that the incident is attributed to. */
  readonly deployment: DeploymentView | null;
  /** Its parts, such as those of single regions. */
  readonly targets: readonly DeploymentView[];
  readonly approval: Approval | null;
  /** What the record says of tests. */
  readonly tests: readonly string[];
  readonly commits: readonly ShippedCommit[];
  readonly incidents: readonly IncidentView[];
  readonly rollback: RollbackView | null;
  /** Deployments that say that they remedy it. */
  readonly remedies: readonly DeploymentView[];
  readonly recovery: Recovery | null;
  /** By the time at which it happened. */
  readonly timeline: readonly PostMortemEvent[];
  readonly around: {
    readonly from: Instant;
    readonly to: Instant;
    /** What else was deployed to the environment in that span, oldest first. */
    readonly deployments: readonly DeploymentView[];
    /** What ran, when it began, of the service itself, of those it depends on and of those that depend on it. */
    readonly running: readonly Omit<RunningView, 'health'>[];
  };
  /** What the ledger cannot answer. */
  readonly questions: readonly string[];
  readonly ledger: string;
  /** Facts that were taken into account. */
  readonly size: number;
  /** The latest signed note, and how many facts it covers; null while there is none. */
  readonly checkpoint: { readonly size: number; readonly note: string } | null;
}
