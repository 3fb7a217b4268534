import type { ClaimInput } from '../domain/claims/claim.ts';
import type { Reading } from '../sources/reading.ts';
import { inOrderOfTime, type Turn, turnOf } from './import-order.ts';

export type Claimed = Extract<Reading, { claim: ClaimInput }>;

/** What waits: the claim as JSON in bytes, which take a fifth of what its objects take and cost the garbage collector nothing. */
interface Waiting {
  readonly line: number;
  readonly json: Buffer;
}

/** The claims of a source until all are read and their turns are known. */
export class WaitingClaims {
  readonly #nowMs: number;
  readonly #turns: Turn[] = [];
  readonly #waiting: (Waiting | undefined)[] = [];

  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  get size(): number {
    return this.#waiting.length;
  }

  add({ line, claim }: Claimed): void {
    this.#turns.push(turnOf(claim, this.#nowMs));
    this.#waiting.push({ line, json: Buffer.from(JSON.stringify(claim)) });
  }

  /** All of them in order of time, `length` at a time; what was taken is let go of. */
  *take(length: number): Generator<Claimed[]> {
    const order = inOrderOfTime(this.#turns);
    this.#turns.length = 0;
    for (let from = 0; from < order.length; from += length) {
      yield Array.from(order.subarray(from, from + length), (place) => this.#takeAt(place));
    }
  }

  #takeAt(place: number): Claimed {
    const waiting = this.#waiting[place];
    if (waiting === undefined) throw new RangeError(`claim ${place} was taken before`);
    this.#waiting[place] = undefined;
    return { line: waiting.line, claim: JSON.parse(waiting.json.toString()) };
  }
}
