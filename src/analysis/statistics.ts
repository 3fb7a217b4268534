/**
 * The value below which so many percent (0 to 100) of all values lie, between two of them by linear interpolation, as spreadsheets
 * and databases compute it (Hyndman and Fan's type 7). Null of none.
 */
export function percentile(values: readonly number[], percent: number): number | null {
  const sorted = Float64Array.from(values).sort();
  // In hundredths, where a whole percentage is exact: a share such as 0.9 would leave noise in the last digits.
  const place = (sorted.length - 1) * percent;
  const below = sorted[Math.floor(place / 100)];
  const above = sorted[Math.ceil(place / 100)];
  if (below === undefined || above === undefined) return null;
  return below + ((above - below) * (place % 100)) / 100;
}

/** The value in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  return percentile(values, 50);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The arithmetic mean; null of none. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}
