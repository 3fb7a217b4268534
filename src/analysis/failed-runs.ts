import type { DeploymentRow } from '../projections/rows.ts';
import { type FinishedDeployment, hasSucceeded, isFinished } from './finished-deployment.ts';
import { groupByKey } from './group-by-key.ts';
import { partitionPoint } from './partition-point.ts';

/** A deployment that failed, and when its lane succeeded next; null while it has not. */
export interface FailedRun {
  readonly deployment: FinishedDeployment;
  readonly succeededMs: number | null;
}

/** Finds the failures among deployments and, for each, the next success of the same service, environment and region among `runs`. */
export function findFailedRuns(
  deployments: readonly FinishedDeployment[],
  runs: readonly DeploymentRow[],
): FailedRun[] {
  const successes = runs.filter(isFinished).filter(hasSucceeded);
  const lanes = groupByKey(
    successes.toSorted((a, b) => a.finishedMs - b.finishedMs),
    laneOf,
  );
  return deployments
    .filter(({ status }) => status === 'failure')
    .map((deployment) => {
      const lane = lanes.get(laneOf(deployment)) ?? [];
      const next = lane[partitionPoint(lane, (success) => success.finishedMs <= deployment.finishedMs)];
      return { deployment, succeededMs: next?.finishedMs ?? null };
    });
}

/** What tells lanes apart. Names hold no control character. */
export function laneOf({ service, environment, region }: DeploymentRow): string {
  return [service, environment, region].join('\u0000');
}
