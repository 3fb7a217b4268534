import {
  type MetricDimension,
  type MetricName,
  metricNames,
  profileNames,
} from '../../../app/metrics/metrics-query.ts';
import { wordOf } from '../options/words.ts';

export { profileNames };

export const metricWords = [...metricNames, 'all'] as const;

export const dimensions = [
  'service',
  'team',
  'type',
  'environment',
  'region',
  'day',
  'week',
  'month',
] as const satisfies readonly MetricDimension[];

/**
 * The metrics that were asked for, in the order of `metricNames`.
 * @throws LedgerError `invalid` for an unknown one.
 */
export function metricsNamed(words: readonly string[]): readonly MetricName[] {
  const chosen = words.map((word) => wordOf('--metric', word, metricWords));
  return chosen.includes('all') ? metricNames : metricNames.filter((name) => chosen.includes(name));
}

/** @throws LedgerError `invalid` for an unknown dimension. */
export function dimensionsNamed(words: readonly string[]): readonly MetricDimension[] {
  return [...new Set(words.map((word) => wordOf('--group-by', word, dimensions)))];
}
