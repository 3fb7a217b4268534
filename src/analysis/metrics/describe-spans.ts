import { arrange, percentileOf } from './quantiles.ts';

/** What is said of several spans of time, in seconds; null of none. */
export interface Described {
  readonly count: number;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
  readonly sum: number;
}

const nothing: Described = { count: 0, median: null, p75: null, p90: null, mean: null, sum: 0 };

/** Describes the first `count` spans in whole milliseconds, whose sum is the same in any order, and reorders them on the way. */
export function describeSpans(spansMs: Float64Array, count = spansMs.length): Described {
  if (count === 0) return nothing;
  let sumMs = 0;
  for (let i = 0; i < count; i++) sumMs += spansMs[i] ?? 0;
  arrange(spansMs, count);
  return {
    count,
    median: percentileOf(spansMs, count, 50) / 1000,
    p75: percentileOf(spansMs, count, 75) / 1000,
    p90: percentileOf(spansMs, count, 90) / 1000,
    mean: sumMs / count / 1000,
    sum: sumMs / 1000,
  };
}
