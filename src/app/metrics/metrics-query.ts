import type { MetricName } from '../../analysis/metrics/metric.ts';
import type { Dimension } from '../../analysis/metrics/traits.ts';
import type { KnownAt } from '../queries.ts';

export { type MetricName, metricNames } from '../../analysis/metrics/metric.ts';
export { profileNames } from '../../analysis/metrics/profile-names.ts';
export type MetricDimension = Dimension;

export interface MetricsQuery {
  readonly metrics: readonly MetricName[];
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  /** Finish times: from ≤ finish < to. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly tz: string;
  readonly groupBy: readonly MetricDimension[];
  readonly knownAt?: KnownAt | undefined;
  /** By whose definitions: `dora` when absent. */
  readonly profile?: string | undefined;
  /** Another profile, to name what makes the difference. */
  readonly against?: string | undefined;
  /** Name what is on either side of each fraction. */
  readonly explain?: boolean | undefined;
  /** Say beside each number what it was in the window of the same length before. */
  readonly compare?: boolean | undefined;
}
