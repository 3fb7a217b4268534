import { percentilesOf } from './quantiles.ts';

/** What is said of several numbers; null of none. */
export interface Described {
  readonly count: number;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
  readonly sum: number;
}

const nothing: Described = { count: 0, median: null, p75: null, p90: null, mean: null, sum: 0 };

/** Describes numbers, and reorders them on the way. */
export function describeValues(values: Float64Array): Described {
  if (values.length === 0) return nothing;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  const [median = 0, p75 = 0, p90 = 0] = percentilesOf(values, [50, 75, 90]);
  return { count: values.length, median, p75, p90, mean: sum / values.length, sum };
}
