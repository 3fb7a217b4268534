import type { FailedChange } from './failed-changes.ts';
import type { FailedRun } from './failed-runs.ts';
import type { Computed } from './metric.ts';
import { mean, sum } from './statistics.ts';

/** How long it takes on average to recover from a failed change and, beside it, to get a failed run through. */
export function computeMttr(changes: readonly FailedChange[], runs: readonly FailedRun[]): Computed {
  const recovered = changes.filter((change) => change.recoveredMs !== null);
  const seconds = recovered.map(({ recoveredMs, deployment }) => secondsSince(deployment.finishedMs, recoveredMs));
  const open = changes.filter(({ recoveredMs, endedBeforeFinish }) => recoveredMs === null && !endedBeforeFinish);
  const metric = {
    value: mean(seconds),
    unit: 's',
    ...(seconds.length === 0 ? { reason: reasonForNone(changes.length) } : {}),
    numerator: sum(seconds),
    denominator: seconds.length,
    formula: "sum of (recovery − failed change's finish) ÷ failed changes recovered from",
    open: open.length,
    excluded: { 'ended-before-finish': changes.length - recovered.length - open.length },
    failedRuns: describeRuns(runs),
  };
  const deployments = recovered.map(({ deployment }) => deployment);
  return { metric, numerator: deployments, denominator: deployments };
}

function describeRuns(runs: readonly FailedRun[]) {
  const over = runs.filter(({ succeededMs }) => succeededMs !== null);
  const seconds = over.map(({ deployment, succeededMs }) => secondsSince(deployment.finishedMs, succeededMs));
  return { value: mean(seconds), unit: 's', count: over.length, open: runs.length - over.length };
}

function reasonForNone(failedChanges: number): string {
  return failedChanges === 0
    ? 'no deployment of the window failed'
    : 'no failed change of the window is recovered from';
}

function secondsSince(fromMs: number, toMs: number | null): number {
  return ((toMs ?? fromMs) - fromMs) / 1000;
}
