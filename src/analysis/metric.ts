import type { DeploymentRow } from '../projections/rows.ts';

/** Moments from `fromMs` on and before `toMs`, in epoch milliseconds. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export type MetricName = 'frequency' | 'success-rate' | 'duration' | 'mttr';

/** A number with all that it takes to check it. No number in it is ever NaN or infinite. */
export interface Metric {
  readonly value: number | null;
  readonly unit: string;
  /** Why there is no value. */
  readonly reason?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly formula: string;
  readonly [statistic: string]: unknown;
}

/** A metric and the deployments behind either side of its fraction. */
export interface Computed {
  readonly metric: Metric;
  readonly numerator: readonly DeploymentRow[];
  readonly denominator: readonly DeploymentRow[];
}
