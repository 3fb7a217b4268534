import type { Attribution } from '../analysis/attribution/attribute-incident.ts';
import type { Instant } from '../domain/instant.ts';
import type { Progress } from '../domain/strategies/strategy.ts';
import type { Kind, ServiceType, Severity, Status, Tier, Trigger } from '../domain/vocabulary.ts';

/** The JSON shapes of the public contract: what every surface shows. Null where nobody said anything. */
export interface DeploymentView {
  readonly id: string;
  readonly service: string;
  readonly version: string;
  readonly environment: string;
  readonly region: string | null;
  readonly strategy: string;
  readonly status: Status;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly durationMs: number | null;
  readonly previousVersion: string | null;
  readonly kind: Kind;
  readonly initiator: string | null;
  readonly approvedBy: readonly string[];
  readonly changeId: string | null;
  readonly parentId: string | null;
  readonly planned: boolean | null;
  readonly remediates: readonly string[];
  readonly cluster: string | null;
  readonly replicas: number | null;
  readonly artifact: string | null;
  readonly commit: string | null;
  /** Number of commits that it was the first to ship; get-deployment lists them. */
  readonly commitCount: number;
  readonly progress: Progress;
  readonly window: string | null;
  readonly downtimeExpected: boolean | null;
  readonly message: string | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly disputed: boolean;
  readonly undone: boolean;
  readonly rolledBackAt: Instant | null;
  readonly rolledBackBy: string | null;
  readonly recordedAt: Instant;
  readonly index: number;
  /** Hexadecimal. */
  readonly leafHash: string;
}

export interface FactView {
  readonly index: number;
  readonly leafHash: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface DeploymentDetail extends DeploymentView {
  readonly commits: readonly { readonly sha: string; readonly committedAt: Instant }[];
  readonly facts: readonly FactView[];
  readonly rollback: RollbackView | null;
  readonly incidents: readonly IncidentView[];
  readonly targets: readonly DeploymentView[];
  /** The C2SP tlog-proof of the fact that recorded it; null while no checkpoint covers it. */
  readonly proof: string | null;
}

export interface RollbackView {
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly region: string | null;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly at: Instant;
  readonly trigger: Trigger;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly initiator: string | null;
  readonly impact: readonly string[];
  readonly deployment: string | null;
  readonly carriedOutBy: string | null;
  readonly recordedAt: Instant;
  readonly index: number;
}

export interface IncidentView {
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly severity: Severity;
  readonly title: string | null;
  readonly openedAt: Instant;
  readonly resolvedAt: Instant | null;
  readonly durationMs: number | null;
  /** The deployment that a person named as its cause. */
  readonly causedBy: string | null;
  /** The same, or the deployment that is derived while nobody decided. */
  readonly attribution: Attribution;
  readonly recordedAt: Instant;
  readonly index: number;
}

export interface ServiceView {
  readonly name: string;
  readonly serviceType: ServiceType | null;
  readonly dependsOn: readonly string[];
  readonly owners: readonly string[];
  readonly repository: string | null;
  readonly healthCheck: string | null;
  readonly tier: string | null;
  readonly registered: boolean;
}

export interface EnvironmentView {
  readonly name: string;
  readonly tier: Tier;
  readonly order: number;
  /** Milliseconds without a word after which a deployment counts as abandoned. */
  readonly limitMs: number;
  readonly registered: boolean;
}

/** `ok`: success, and no open incident known. `unknown`: nobody recorded the deployment of what runs. */
export type Health = 'ok' | 'partial' | 'incident' | 'unknown';

export interface RunningView {
  readonly service: string;
  readonly environment: string;
  readonly region: string | null;
  readonly version: string;
  readonly since: Instant;
  readonly deployment: string | null;
  readonly health: Health;
}

export interface DifferenceView {
  readonly service: string;
  readonly region: string | null;
  readonly a: string | null;
  readonly b: string | null;
  readonly change: 'same' | 'changed' | 'only-a' | 'only-b';
}

export interface ListOf<View> {
  readonly items: readonly View[];
  /** Opaque; null on the last page. */
  readonly next: string | null;
}

export interface RecordedView {
  readonly id: string;
  readonly index: number;
  readonly leafHash: string;
  /** Whether this was a repetition that led to no new fact. */
  readonly duplicate: boolean;
  readonly warnings: readonly string[];
}

export interface ImportReport {
  readonly read: number;
  readonly recorded: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
  readonly warnings: readonly string[];
}

export interface VerifyFailure {
  /** Index of the first fact concerned; null when it is about no single fact. */
  readonly index: number | null;
  readonly where: string;
  readonly why: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  /** The latest checkpoint; null while none is signed. */
  readonly checkpoint: string | null;
  readonly failures: readonly VerifyFailure[];
}

export interface ErasureReport {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly actors: readonly string[];
  readonly openings: readonly { readonly index: number; readonly path: string }[];
  /** Deliveries of webhooks whose content names the person. */
  readonly deliveries: readonly string[];
  readonly dryRun: boolean;
  /** What erasure could not reach, for the person to see to. */
  readonly remains: readonly string[];
}
