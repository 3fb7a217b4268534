import { Growing } from './columns/growing.ts';

/** The deployments of each group as stretches of places: since a lane lies in order of time, a period of it is one. */
export class Runs {
  readonly #starts: Uint32Array;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;

  constructor(groups: number, { group, from, to }: MetRuns) {
    const [groupOf, { length }] = [group.column(), group];
    this.#from = new Uint32Array(length);
    this.#to = new Uint32Array(length);
    // First where the runs of each group begin; putting them there moves that on to where they end.
    const next = new Uint32Array(groups + 1);
    for (let i = 0; i < length; i++) increase(next, (groupOf[i] ?? 0) + 1);
    for (let i = 1; i <= groups; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
    this.#starts = next.slice();
    for (let i = 0; i < length; i++) {
      const run = increase(next, groupOf[i] ?? 0);
      this.#from[run] = from.at(i);
      this.#to[run] = to.at(i);
    }
  }

  /** The runs of a group are first(group) ≤ run < first(group + 1), in ascending order of places. */
  first(group: number): number {
    return this.#starts[group] ?? 0;
  }

  /** Its places are from ≤ place < to. */
  from(run: number): number {
    return this.#from[run] ?? 0;
  }

  to(run: number): number {
    return this.#to[run] ?? 0;
  }
}

/** Runs as they are met. */
export class MetRuns {
  readonly group = new Growing((length) => new Uint32Array(length));
  readonly from = new Growing((length) => new Uint32Array(length));
  readonly to = new Growing((length) => new Uint32Array(length));

  add(group: number, from: number, to: number): void {
    if (from === to) return;
    this.group.push(group);
    this.from.push(from);
    this.to.push(to);
  }
}

/** Adds one, and returns what was there before. */
function increase(column: Uint32Array, place: number): number {
  const before = column[place] ?? 0;
  column[place] = before + 1;
  return before;
}
