import type { State } from './columns.ts';

/** Flags are seven bits. */
const flagRoom = 128;

/** States by the order in which they were first met. */
export class States {
  readonly #codes: number[] = [];
  readonly all: State[] = [];

  codeOf(status: number, flags: number): number {
    const key = status * flagRoom + flags;
    const known = this.#codes[key];
    if (known !== undefined) return known;
    this.#codes[key] = this.all.length;
    return this.all.push({ status, flags }) - 1;
  }
}
