/**
 * Percentiles (0 to 100, ascending) of numbers, between two of them by linear interpolation (Hyndman and Fan's type 7). It reorders the
 * numbers and does not sort them: each percentile is selected (Hoare's Find) among what lies behind the one before. NaN of none.
 */
export function percentilesOf(values: Float64Array, percents: readonly number[]): number[] {
  let [low, high] = [0, values.length - 1];
  return percents.map((percent) => {
    if (high < 0) return Number.NaN;
    // In hundredths, where a whole percentage is exact: a share such as 0.9 would leave noise in the last digits.
    const place = high * percent;
    const below = Math.floor(place / 100);
    select(values, below, low, high);
    low = below;
    const value = values[below] ?? Number.NaN;
    if (place % 100 === 0) return value;
    const above = smallest(values, below + 1, high);
    return value + ((above - value) * (place % 100)) / 100;
  });
}

function smallest(values: Float64Array, from: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    const value = values[i] ?? least;
    if (value < least) least = value;
  }
  return least;
}

/** Brings the number that would be at place `k` in order to it, what is not larger before it and what is not smaller behind it. */
function select(values: Float64Array, k: number, from: number, to: number): void {
  let [low, high] = [from, to];
  while (low < high) {
    const pivot = middleOf(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0);
    let [i, j] = [low, high];
    while (i <= j) {
      while ((values[i] ?? pivot) < pivot) i++;
      while ((values[j] ?? pivot) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] ?? 0;
      values[i++] = values[j] ?? 0;
      values[j--] = swapped;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else return;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
