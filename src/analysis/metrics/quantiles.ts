import { firstNotBelow } from './columns/find-place.ts';

/** So few numbers are put in order rather than searched. */
const few = 24;
/** More buckets than this would take longer to look through than they save. */
const mostBuckets = 1024;

// Used again by each call, since making room for the numbers of a small group costs more than finding its percentiles.
let room = new Float64Array(1024);
const ends = new Uint32Array(mostBuckets);

/**
 * Percentiles (0 to 100) of numbers, between two of them by linear interpolation (Hyndman and Fan's type 7). It may reorder the numbers.
 * NaN of none.
 */
export function percentilesOf(values: Float64Array, percents: readonly number[]): number[] {
  arrange(values, values.length);
  return percents.map((percent) => percentileOf(values, values.length, percent));
}

/**
 * Prepares the first `count` numbers for `percentileOf`, until the next are arranged. It does not sort them all: they are dealt into
 * buckets of equal width, and only where a percentile lies is it selected (Hoare's Find).
 */
export function arrange(values: Float64Array, count: number): void {
  if (count > few) dealOut(values, count);
  else insertionSort(values, count);
}

export function percentileOf(values: Float64Array, count: number, percent: number): number {
  if (count === 0) return Number.NaN;
  // In hundredths, where a whole percentage is exact: a share such as 0.9 would leave noise in the last digits.
  const place = (count - 1) * percent;
  const below = Math.floor(place / 100);
  const hundredths = place - 100 * below;
  const value = numberAt(values, count, below);
  return hundredths === 0 ? value : value + ((numberAt(values, count, below + 1) - value) * hundredths) / 100;
}

/** The number at a place in the order of them all. */
function numberAt(values: Float64Array, count: number, place: number): number {
  if (count <= few) return values[place] ?? 0;
  const bucket = firstNotBelow(ends, place + 1, { from: 0, to: bucketsFor(count) });
  selectIn(room, place, bucket === 0 ? 0 : (ends[bucket - 1] ?? 0), (ends[bucket] ?? 0) - 1);
  return room[place] ?? 0;
}

function bucketsFor(count: number): number {
  return Math.min(count >>> 1, mostBuckets);
}

/** Puts numbers into `room`, bucket by bucket from the least, and where each bucket ends into `ends`. */
function dealOut(values: Float64Array, count: number): void {
  if (room.length < count) room = new Float64Array(2 * count);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const buckets = bucketsFor(count);
  const perUnit = most > least ? (buckets - 1) / (most - least) : 0;
  ends.fill(0, 0, buckets);
  for (let i = 0; i < count; i++) {
    const bucket = (((values[i] ?? 0) - least) * perUnit) | 0;
    ends[bucket] = (ends[bucket] ?? 0) + 1;
  }
  // First where each bucket begins; dealing moves that to its end.
  let begin = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const size = ends[bucket] ?? 0;
    ends[bucket] = begin;
    begin += size;
  }
  for (let i = 0; i < count; i++) {
    const value = values[i] ?? 0;
    const bucket = ((value - least) * perUnit) | 0;
    const place = ends[bucket] ?? 0;
    room[place] = value;
    ends[bucket] = place + 1;
  }
}

function insertionSort(values: Float64Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const value = values[i] ?? 0;
    let place = i;
    for (; place > 0 && (values[place - 1] ?? 0) > value; place--) values[place] = values[place - 1] ?? 0;
    values[place] = value;
  }
}

/** Brings the number that would be at place `k` in order to it, what is not larger before it and what is not smaller behind it. */
function selectIn(values: Float64Array, k: number, from: number, to: number): void {
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
