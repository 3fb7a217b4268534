import type { Frame } from './frame.ts';

export const metricNames = [
  'frequency',
  'lead-time',
  'change-fail-rate',
  'recovery-time',
  'rework-rate',
  'success-rate',
  'duration',
  'mttr',
  'rollback-rate',
  'health',
] as const;
export type MetricName = (typeof metricNames)[number];

export type Band = 'elite' | 'high' | 'medium' | 'low';

/** A number with all that it takes to check it. No number in it is ever NaN or infinite. */
export interface Metric {
  readonly value: number | null;
  readonly unit: string;
  /** Why there is no value. */
  readonly reason?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly formula: string;
  readonly band?: Band;
  readonly [statistic: string]: unknown;
}

/** What is on either side of a fraction: deployments by the index of the fact that recorded them, incidents and rollbacks by id. */
export interface Sides {
  readonly numerator: readonly (number | string)[];
  readonly denominator: readonly (number | string)[];
}

/** A metric in every group of a frame. */
export interface MetricColumn {
  of(group: number): Metric;
  sides(group: number): Sides;
}

/** How a profile computes a metric. */
export type MetricDefinition = (frame: Frame) => MetricColumn;
