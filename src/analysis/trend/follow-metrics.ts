import type { WeekOfChanges } from './changes-by-week.ts';
import { detectTrends, type Trend } from './detect-trends.ts';
import { type TrendMetric, trendMetrics, trendUnits, valueOfWeek } from './trend-metrics.ts';

/** One metric from week to week, and which way it goes. */
export interface MetricTrend extends Trend {
  readonly metric: TrendMetric;
  readonly unit: (typeof trendUnits)[TrendMetric];
  /** Null where a week has nothing to take the metric of. */
  readonly weekly: readonly { readonly week: string; readonly value: number | null }[];
}

/** Follows every metric; their trends are judged together. `threshold` as for `detectTrends`. */
export function followMetrics(weeks: readonly WeekOfChanges[], threshold: number): MetricTrend[] {
  const series = trendMetrics.map((metric) => weeks.map(({ changes }) => valueOfWeek(metric, changes)));
  const trends = detectTrends(series, threshold);
  return trends.flatMap((trend, place) => {
    const metric = trendMetrics[place];
    if (metric === undefined) return [];
    const weekly = weeks.map(({ week }, index) => ({ week, value: series[place]?.[index] ?? null }));
    return { metric, unit: trendUnits[metric], ...trend, weekly };
  });
}
