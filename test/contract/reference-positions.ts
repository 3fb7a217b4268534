import type { DeadLetter, NewDeadLetter, PositionStore } from '../../src/projections/position-store.ts';

/** Positions and dead letters in plain lists. */
export class ReferencePositions implements PositionStore {
  readonly #next = new Map<string, number>();
  #dead: readonly DeadLetter[] = [];
  #number = 0;

  async begin(receiver: string, index: number) {
    const next = this.#next.get(receiver) ?? index;
    this.#next.set(receiver, next);
    return next;
  }

  async advance(receiver: string, index: number, dead?: NewDeadLetter) {
    const isKnown = this.#dead.some((one) => one.receiver === dead?.receiver && one.index === dead.index);
    if (dead !== undefined && !isKnown) {
      this.#number += 1;
      this.#dead = [...this.#dead, { ...dead, id: `dead-${this.#number}`, due: false }];
    }
    this.#next.set(receiver, Math.max(index, this.#next.get(receiver) ?? 0));
  }

  async deadLetters({ due }: { readonly due?: boolean | undefined }) {
    return this.#dead.filter((one) => due === undefined || one.due === due);
  }

  async sendAgain(id: string) {
    this.#change(id, (one) => ({ ...one, due: true }));
    return this.#dead.some((one) => one.id === id);
  }

  async failAgain(id: string, error: string, failedMs: number) {
    this.#change(id, (one) => ({ ...one, error, failedMs, attempts: one.attempts + 1, due: false }));
  }

  async settleDeadLetter(id: string) {
    this.#dead = this.#dead.filter((one) => one.id !== id);
  }

  #change(id: string, change: (letter: DeadLetter) => DeadLetter): void {
    this.#dead = this.#dead.map((one) => (one.id === id ? change(one) : one));
  }
}
