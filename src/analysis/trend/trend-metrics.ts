import type { Change } from '../change.ts';
import { median } from '../statistics.ts';

/** What is followed from week to week. */
export const trendMetrics = ['frequency', 'failure-rate', 'duration', 'recovery'] as const;

export type TrendMetric = (typeof trendMetrics)[number];

/** Deployments a week, a share from 0 to 1, or seconds. */
export const trendUnits = {
  frequency: '1/week',
  'failure-rate': 'ratio',
  duration: 's',
  recovery: 's',
} as const satisfies Readonly<Record<TrendMetric, string>>;

/**
 * What a metric was in a week: deployments that reached their environment; failed changes ÷ all; the median of the durations, and of the
 * recoveries of its failed changes that are over. Null where the week has nothing to take it of.
 */
export function valueOfWeek(metric: TrendMetric, changes: readonly Change[]): number | null {
  switch (metric) {
    case 'frequency':
      return changes.filter(hasReached).length;
    case 'failure-rate':
      return changes.length === 0 ? null : changes.filter(({ failed }) => failed).length / changes.length;
    case 'duration':
      return median(changes.flatMap(({ startedMs, finishedMs }) => secondsBetween(startedMs, finishedMs)));
    case 'recovery':
      return median(changes.flatMap(({ finishedMs, recoveredMs }) => secondsBetween(finishedMs, recoveredMs)));
  }
}

/** Whether the version reached its environment, whatever became of it there. */
export function hasReached({ status }: Change): boolean {
  return status !== 'failure';
}

function secondsBetween(fromMs: number | null, toMs: number | null): number[] {
  return fromMs === null || toMs === null ? [] : [(toMs - fromMs) / 1000];
}
