import type { ReportedStatus, Status } from '../domain/vocabulary.ts';
import type { Knowledge } from './read-store.ts';

/** Why a deployment is no deployment of its own: a target of its parent, or what carried a rollback out. */
export type Reckoning = 'own' | 'target' | 'carried-out-rollback';

/** What metrics need of a deployment, and no more. Times in epoch milliseconds. */
export interface MetricRow {
  /** Index of the fact that recorded it: what it is known by here. */
  readonly index: number;
  readonly service: string;
  readonly environment: string;
  /** '' when nobody named one. */
  readonly region: string;
  readonly strategy: string;
  readonly status: Status;
  readonly outcome: ReportedStatus;
  readonly planned: boolean | null;
  /** Whether it remediates something. */
  readonly remediates: boolean;
  /** Whether it is known what it replaced. */
  readonly hasPrevious: boolean;
  readonly reckoning: Reckoning;
  /** Its finish, else its start, else its creation. */
  readonly atMs: number;
  readonly startedMs: number | null;
  readonly finishedMs: number | null;
  readonly rolledBackMs: number | null;
  /** When the commits were made that it was the first to bring to its service and environment; empty unless asked for. */
  readonly committedMs: readonly number[];
}

export interface MetricFilter extends Knowledge {
  readonly service?: string | undefined;
  readonly environments: readonly string[];
  /** `from` ≤ atMs < `to`. */
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  /** Whether to look for commits. */
  readonly commits: boolean;
}
