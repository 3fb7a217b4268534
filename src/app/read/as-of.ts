import type { Status } from '../../domain/vocabulary.ts';
import type { DeploymentRow } from '../../projections/rows.ts';

/** The status that a deployment had at a moment at which it existed. */
export function statusAsOf({ status, outcome, ...times }: DeploymentRow, ms: number): Status {
  if (hasHappened(times.rolledBackMs, ms)) return status;
  if (hasHappened(times.finishedMs, ms)) return outcome;
  return hasHappened(times.startedMs, ms) ? 'in-progress' : 'pending';
}

/** A deployment as it stood at a moment: what happened to it later had not happened. */
export function deploymentAsOf(row: DeploymentRow, ms: number): DeploymentRow {
  const { startedMs, finishedMs, rolledBackMs, rolledBackBy, undoneMs } = row;
  return {
    ...row,
    status: statusAsOf(row, ms),
    startedMs: hasHappened(startedMs, ms) ? startedMs : null,
    finishedMs: hasHappened(finishedMs, ms) ? finishedMs : null,
    rolledBackMs: hasHappened(rolledBackMs, ms) ? rolledBackMs : null,
    rolledBackBy: hasHappened(rolledBackMs, ms) ? rolledBackBy : null,
    undoneMs: hasHappened(undoneMs, ms) ? undoneMs : null,
  };
}

function hasHappened(atMs: number | null, ms: number): boolean {
  return atMs !== null && atMs <= ms;
}
