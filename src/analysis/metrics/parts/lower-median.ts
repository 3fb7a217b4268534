/** The largest value whose percent_rank is at most a half: of an even number, the lower one in the middle. Null of none. */
export function lowerMedian(values: Float64Array | readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
