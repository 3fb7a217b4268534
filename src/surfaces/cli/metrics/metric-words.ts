import type { MetricName, MetricsQuery } from '../../../app/queries.ts';
import { wordOf } from '../options/words.ts';

export const metricNames = ['frequency', 'success-rate', 'duration', 'mttr'] as const satisfies readonly MetricName[];
export const metricWords = [...metricNames, 'all'] as const;

type Dimension = MetricsQuery['groupBy'][number];
export const dimensions = [
  'service',
  'type',
  'environment',
  'region',
  'day',
  'week',
  'month',
] as const satisfies readonly Dimension[];

/**
 * The metrics that were asked for, in the order of `metricNames`.
 * @throws LedgerError `invalid` for an unknown one.
 */
export function metricsNamed(words: readonly string[]): readonly MetricName[] {
  const chosen = words.map((word) => wordOf('--metric', word, metricWords));
  return chosen.includes('all') ? metricNames : metricNames.filter((name) => chosen.includes(name));
}

/** @throws LedgerError `invalid` for an unknown dimension. */
export function dimensionsNamed(words: readonly string[]): readonly Dimension[] {
  return [...new Set(words.map((word) => wordOf('--group-by', word, dimensions)))];
}
