import type { FinishedDeployment } from './finished-deployment.ts';
import type { Computed } from './metric.ts';
import { mean, median, percentile } from './statistics.ts';

type Timed = FinishedDeployment & { readonly startedMs: number };

/** How long a deployment takes from start to finish, over those whose start is known. */
export function computeDuration(deployments: readonly FinishedDeployment[]): Computed {
  const withStart = deployments.filter((row): row is Timed => row.startedMs !== null);
  const timed = withStart.filter(({ startedMs, finishedMs }) => startedMs <= finishedMs);
  const seconds = timed.map(({ startedMs, finishedMs }) => (finishedMs - startedMs) / 1000);
  const metric = {
    value: median(seconds),
    unit: 's',
    ...(seconds.length === 0 ? { reason: 'no deployment of the window has both a start and a finish' } : {}),
    formula: 'median of finish − start',
    p90: percentile(seconds, 90),
    mean: mean(seconds),
    count: seconds.length,
    excluded: {
      'start-unknown': deployments.length - withStart.length,
      'start-after-finish': withStart.length - timed.length,
    },
  };
  return { metric, numerator: timed, denominator: timed };
}
