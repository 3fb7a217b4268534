import type { Status } from '../../domain/vocabulary.ts';
import type { DeploymentRow } from '../../projections/rows.ts';

/** The status that a deployment had at a moment at which it existed. */
export function statusAsOf({ status, outcome, ...times }: DeploymentRow, ms: number): Status {
  if (isOver(times.rolledBackMs, ms)) return status;
  if (isOver(times.finishedMs, ms)) return outcome;
  return isOver(times.startedMs, ms) ? 'in-progress' : 'pending';
}

/** A deployment as it stood at a moment: what happened to it later had not happened. */
export function deploymentAsOf(row: DeploymentRow, ms: number): DeploymentRow {
  const { startedMs, finishedMs, rolledBackMs, rolledBackBy, undone } = row;
  return {
    ...row,
    status: statusAsOf(row, ms),
    startedMs: isOver(startedMs, ms) ? startedMs : null,
    finishedMs: isOver(finishedMs, ms) ? finishedMs : null,
    rolledBackMs: isOver(rolledBackMs, ms) ? rolledBackMs : null,
    rolledBackBy: isOver(rolledBackMs, ms) ? rolledBackBy : null,
    undone: undone && isOver(finishedMs, ms),
  };
}

function isOver(happenedMs: number | null, ms: number): boolean {
  return happenedMs !== null && happenedMs <= ms;
}
