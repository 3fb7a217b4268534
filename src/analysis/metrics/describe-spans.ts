import { percentilesOf } from './quantiles.ts';

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

/** Describes spans in whole milliseconds, whose sum is the same in any order, and reorders them on the way. */
export function describeSpans(spansMs: Float64Array): Described {
  const count = spansMs.length;
  if (count === 0) return nothing;
  let sumMs = 0;
  for (let i = 0; i < count; i++) sumMs += spansMs[i] ?? 0;
  const [median = 0, p75 = 0, p90 = 0] = percentilesOf(spansMs, [50, 75, 90]).map((ms) => ms / 1000);
  return { count, median, p75, p90, mean: sumMs / count / 1000, sum: sumMs / 1000 };
}
