import { LedgerError } from '../domain/errors.ts';
import type { CompactRange } from './compact-range.ts';
import type { LogFailure } from './compare-tile.ts';
import { hex, sameHash } from './hashing.ts';
import type { TreeHead } from './tree-shape.ts';

/** A size and root that a log must have had: those of an opened checkpoint, or of the store's own head. */
export interface ExpectedHead extends TreeHead {
  /** What to call it in a failure, such as `checkpoint 1200` or a file's name. */
  readonly where: string;
}

/** Compares a log, while it grows before our eyes, with the heads that it must have had on the way. */
export class ExpectedHeads {
  readonly #heads: AsyncGenerator<ExpectedHead>;
  #next: ExpectedHead | undefined;
  /** The facts before this one are covered by a head that was right. */
  #vouchedFor = 0;

  private constructor(heads: AsyncGenerator<ExpectedHead>) {
    this.#heads = heads;
  }

  /** Takes the heads in the order of their sizes, one by one. */
  static async of(heads: AsyncIterable<ExpectedHead> | Iterable<ExpectedHead>): Promise<ExpectedHeads> {
    const expected = new ExpectedHeads(each(heads));
    await expected.#advance(0);
    return expected;
  }

  /** The size at which to call `check` next; undefined when no head is left. */
  get nextSize(): number | undefined {
    return this.#next?.size;
  }

  /** Compares the log with the heads of its present size. */
  async check(range: CompactRange): Promise<LogFailure[]> {
    const { size } = range;
    const root = range.root();
    const vouchedFor = this.#vouchedFor;
    const failures: LogFailure[] = [];
    while (this.#next?.size === size) {
      const { where, root: expected } = this.#next;
      if (sameHash(expected, root)) this.#vouchedFor = size;
      else {
        const why = `its root over ${size} facts is ${hex(expected)}; the facts give ${hex(root)}`;
        failures.push({ index: vouchedFor, where, why });
      }
      await this.#advance(size);
    }
    return failures;
  }

  /** The first head that is left over when the log ended at `size`, as a failure. */
  missing(size: number): LogFailure | undefined {
    if (this.#next === undefined) return undefined;
    return { index: size, where: this.#next.where, why: `it covers ${this.#next.size} facts; ${size} could be read` };
  }

  /** Lets go of the heads that were not read. */
  async close(): Promise<void> {
    await this.#heads.return(undefined);
  }

  async #advance(size: number): Promise<void> {
    const { done, value } = await this.#heads.next();
    this.#next = done ? undefined : value;
    if (this.#next === undefined || this.#next.size >= size) return;
    throw new LedgerError('invalid', `a head of ${this.#next.size} facts was given after one of ${size}`, {
      hint: 'give the heads in the order of their sizes',
    });
  }
}

async function* each<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
