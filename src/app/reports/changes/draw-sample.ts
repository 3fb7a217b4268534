import { createHash } from 'node:crypto';

/** A change that was drawn. */
export interface Drawn {
  readonly key: string;
  /** SHA-256 of the seed, a blank and the key, hexadecimal. */
  readonly hash: string;
}

/**
 * Draws a sample that anybody can draw again with nothing but `sha256sum`: of all keys those whose SHA-256(seed ‖ blank ‖ key) is
 * smallest, in that order. Holds twice the sample at most.
 */
export class SampleDraw {
  readonly #seed: string;
  readonly #count: number;
  #drawn: Drawn[] = [];

  constructor(seed: string, count: number) {
    this.#seed = seed;
    this.#count = count;
  }

  add(key: string): void {
    this.#drawn.push({ key, hash: createHash('sha256').update(`${this.#seed} ${key}`).digest('hex') });
    if (this.#drawn.length > 2 * this.#count + 64) this.#drawn = this.smallest();
  }

  /** Those that are drawn of the keys so far. */
  smallest(): Drawn[] {
    return this.#drawn.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, this.#count);
  }
}
