import type { DeploymentRow, RollbackRow } from '../projections/rows.ts';
import { type FinishedDeployment, isAttempt, isFinished } from './finished-deployment.ts';

export interface Selection {
  readonly counted: readonly FinishedDeployment[];
  /** How many did not count, by reason; reasons that met none are absent. */
  readonly excluded: Readonly<Record<string, number>>;
}

/**
 * Chooses the deployments that metrics count: those that ended in success, failure, a part or a rollback. A target of a deployment
 * (its parent is of the same service and environment) is counted with it, and one that carried out a rollback is that rollback.
 * @param parents those that the deployments name, as far as they are not among them
 */
export function selectDeployments(
  deployments: readonly DeploymentRow[],
  parents: readonly DeploymentRow[],
  rollbacks: readonly RollbackRow[],
): Selection {
  const byId = new Map([...deployments, ...parents].map((row) => [row.id, row]));
  const carriers = new Set(rollbacks.map((rollback) => rollback.carriedOutBy));
  const counted: FinishedDeployment[] = [];
  const excluded: Record<string, number> = {};
  for (const row of deployments) {
    const reason = isFinished(row) ? reasonAgainst(row, byId, carriers) : 'unfinished';
    if (reason !== undefined) excluded[reason] = (excluded[reason] ?? 0) + 1;
    else if (isFinished(row)) counted.push(row);
  }
  return { counted, excluded };
}

function reasonAgainst(
  row: DeploymentRow,
  byId: ReadonlyMap<string, DeploymentRow>,
  carriers: ReadonlySet<string | null>,
): string | undefined {
  const parent = row.parentId === null ? undefined : byId.get(row.parentId);
  if (parent !== undefined && parent.service === row.service && parent.environment === row.environment) return 'target';
  if (carriers.has(row.id)) return 'carried-out-rollback';
  return isAttempt(row) ? undefined : row.status;
}
