import { compareCodePoints } from '../code-point-order.ts';
import type { Period } from '../periods.ts';
import { type Dimension, isPeriodUnit } from './traits.ts';

/** What groups are called, and the order in which that puts them. */
export class GroupNames {
  readonly #dimensions: readonly Dimension[];
  /** By dimension: the name of each combination of traits, or of each period. */
  readonly #names: readonly (readonly string[])[];
  readonly #periods: number;

  constructor(dimensions: readonly Dimension[], traits: readonly (readonly string[])[], periods: readonly Period[]) {
    const named = dimensions.filter((dimension) => !isPeriodUnit(dimension));
    this.#dimensions = dimensions;
    this.#periods = periods.length;
    this.#names = dimensions.map((dimension) =>
      isPeriodUnit(dimension)
        ? periods.map(({ names }) => names[dimension] ?? '')
        : traits.map((names) => names[named.indexOf(dimension)] ?? ''),
    );
  }

  /** The names of a group by dimension. */
  of(group: number): Readonly<Record<string, string>> {
    const by: Record<string, string> = {};
    for (let i = 0; i < this.#dimensions.length; i++) {
      const dimension = this.#dimensions[i] ?? 'service';
      by[dimension] = this.#names[i]?.[this.#placeOf(dimension, group)] ?? '';
    }
    return by;
  }

  /** Puts groups into the order of their names, dimension by dimension. */
  inOrder(groups: Uint32Array): Uint32Array {
    return this.#dimensions.reduceRight((sorted, dimension, i) => {
      const ranks = ranksOf(this.#names[i] ?? []);
      const isPeriod = isPeriodUnit(dimension);
      const rankOf = (group: number) =>
        ranks[isPeriod ? group % this.#periods : Math.floor(group / this.#periods)] ?? 0;
      return sortByRank(sorted, sorted.map(rankOf), ranks.length);
    }, groups);
  }

  #placeOf(dimension: Dimension, group: number): number {
    return isPeriodUnit(dimension) ? group % this.#periods : Math.floor(group / this.#periods);
  }
}

/** The place of each name in the order of them all: comparing names themselves costs far more. */
function ranksOf(names: readonly string[]): number[] {
  const sorted = [...new Set(names)].sort(compareCodePoints);
  const ranks = new Map(sorted.map((name, rank) => [name, rank]));
  return names.map((name) => ranks.get(name) ?? 0);
}

/** Sorts by ranks from 0 to below `most`, and leaves those of the same rank in their order: counting is faster than comparing. */
function sortByRank(groups: Uint32Array, ranks: Uint32Array, most: number): Uint32Array {
  const begins = new Uint32Array(most + 1);
  for (let i = 0; i < ranks.length; i++) begins[(ranks[i] ?? 0) + 1] = (begins[(ranks[i] ?? 0) + 1] ?? 0) + 1;
  for (let rank = 1; rank <= most; rank++) begins[rank] = (begins[rank] ?? 0) + (begins[rank - 1] ?? 0);
  const sorted = new Uint32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    const place = begins[ranks[i] ?? 0] ?? 0;
    sorted[place] = groups[i] ?? 0;
    begins[ranks[i] ?? 0] = place + 1;
  }
  return sorted;
}
