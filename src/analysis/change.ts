import type { Kind, Status } from '../domain/vocabulary.ts';
import type { FailedChange } from './failed-changes.ts';
import type { FinishedDeployment } from './finished-deployment.ts';

/** A deployment that ended, and what became of it: what patterns, trends and health are computed from. Times in epoch milliseconds. */
export interface Change {
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  /** '' when nobody named one. */
  readonly region: string;
  readonly version: string;
  readonly previousVersion: string | null;
  readonly strategy: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly startedMs: number | null;
  readonly finishedMs: number;
  /** An actor reference, which is no name. */
  readonly initiator: string | null;
  readonly commitCount: number;
  readonly planned: boolean | null;
  /** Whether it failed to reach its environment, or did harm there: a rollback, an incident, a remedy. */
  readonly failed: boolean;
  /** When the harm that it did was over; null when it did none or it is not over. */
  readonly recoveredMs: number | null;
}

/** Puts deployments that count together with what became of them. */
export function describeChanges(
  counted: readonly FinishedDeployment[],
  failedChanges: readonly FailedChange[],
  commitCounts: ReadonlyMap<string, number>,
): Change[] {
  const harm = new Map(failedChanges.map((failed) => [failed.deployment.id, failed]));
  return counted.map((row) => ({
    id: row.id,
    service: row.service,
    environment: row.environment,
    region: row.region,
    version: row.version,
    previousVersion: row.previousVersion,
    strategy: row.strategy,
    kind: row.kind,
    status: row.status,
    startedMs: row.startedMs,
    finishedMs: row.finishedMs,
    initiator: row.initiator,
    commitCount: commitCounts.get(row.id) ?? 0,
    planned: row.planned,
    failed: row.status === 'failure' || harm.has(row.id),
    recoveredMs: harm.get(row.id)?.recoveredMs ?? null,
  }));
}
