import type { DeploymentRow } from '../projections/rows.ts';

/** A deployment whose end is known. */
export type FinishedDeployment = DeploymentRow & { readonly finishedMs: number };

export function isFinished(row: DeploymentRow): row is FinishedDeployment {
  return row.finishedMs !== null;
}

/** Whether the version reached its environment, whatever became of it there. */
export function isDeployed({ status }: DeploymentRow): boolean {
  return status === 'success' || status === 'partial' || status === 'rolled-back';
}

/** Whether it reached its environment or tried to. */
export function isAttempt(row: DeploymentRow): boolean {
  return isDeployed(row) || row.status === 'failure';
}

/** Whether it went well at the time; a later rollback takes nothing from that. */
export function hasSucceeded({ status, outcome }: Pick<DeploymentRow, 'status' | 'outcome'>): boolean {
  return status === 'success' || (status === 'rolled-back' && outcome === 'success');
}
