import type { Columns, StateSet } from './columns/columns.ts';
import type { Runs } from './runs.ts';

/** How many deployments of each group are in each state. */
export class Tally {
  readonly #states: number;
  readonly #counts: Uint32Array;

  constructor({ state, states }: Columns, runs: Runs, groups: number) {
    this.#states = states.length;
    const counts = new Uint32Array(groups * states.length);
    for (let group = 0; group < groups; group++) {
      const own = group * states.length;
      for (let run = runs.first(group); run < runs.first(group + 1); run++) {
        const to = runs.to(run);
        for (let place = runs.from(run); place < to; place++) {
          const cell = own + (state[place] ?? 0);
          counts[cell] = (counts[cell] ?? 0) + 1;
        }
      }
    }
    this.#counts = counts;
  }

  of(group: number, states: StateSet): number {
    let count = 0;
    for (let code = 0; code < this.#states; code++) {
      if (states[code] === 1) count += this.#counts[group * this.#states + code] ?? 0;
    }
    return count;
  }

  /** How many of all groups together are in a state. */
  inAll(code: number): number {
    let count = 0;
    for (let cell = code; cell < this.#counts.length; cell += this.#states) count += this.#counts[cell] ?? 0;
    return count;
  }
}
