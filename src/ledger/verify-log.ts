import { LedgerError } from '../domain/errors.ts';
import { CompactRange } from './compact-range.ts';
import { compareTile, type LogFailure } from './compare-tile.ts';
import { type ExpectedHead, ExpectedHeads } from './expected-heads.ts';
import { type Hash, hex, leafHash, sameHash } from './hashing.ts';
import { type ComputedTile, TileBlocks } from './tile-blocks.ts';
import type { LogEntry, VerifiableLog } from './verifiable-log.ts';

export interface LogReport {
  /** How many facts were hashed, and the root over them. */
  readonly size: number;
  readonly root: Hash;
  /** Empty when everything holds, else in the order of reading; the first is where to look first. */
  readonly failures: readonly LogFailure[];
}

/** After so many failures reading stops, and says so: in a log of other facts every one would fail. */
const enoughFailures = 100;

/**
 * Verifies a whole log: hashes the bytes of every fact, rebuilds all tiles and roots from these hashes alone, and
 * compares them with what is stored and with the heads given, which come in the order of their sizes. Nobody vouches for
 * facts after the largest head. Memory does not grow with the log.
 * @throws what reading throws, except that `invalid` facts are a failure of the log.
 */
export async function verifyLog(
  log: VerifiableLog,
  heads: AsyncIterable<ExpectedHead> | Iterable<ExpectedHead>,
): Promise<LogReport> {
  const expected = await ExpectedHeads.of(heads);
  try {
    return await new LogVerification(log, expected).run();
  } finally {
    await expected.close();
  }
}

class LogVerification {
  readonly #log: VerifiableLog;
  readonly #heads: ExpectedHeads;
  readonly #range = new CompactRange();
  readonly #tiles = new TileBlocks();
  readonly #failures: LogFailure[] = [];
  #hasStopped = false;

  constructor(log: VerifiableLog, heads: ExpectedHeads) {
    this.#log = log;
    this.#heads = heads;
  }

  async run(): Promise<LogReport> {
    await this.#checkHead();
    await this.#readEntries();
    const { size } = this.#range;
    if (this.#log.keepsPartialTiles && !this.#hasStopped) await this.#checkTiles(this.#tiles.partial(size));
    const missing = this.#heads.missing(size);
    if (missing !== undefined) this.#failures.push(missing);
    return { size, root: this.#range.root(), failures: this.#failures };
  }

  async #readEntries(): Promise<void> {
    for await (const entry of this.#readableEntries()) {
      this.#stopUnlessNext(entry);
      if (this.#hasStopped) return;
      this.#append(entry);
      const completed = this.#tiles.takeCompleted();
      if (completed.length > 0) await this.#checkTiles(completed);
      if (this.#heads.nextSize === this.#range.size) await this.#checkHead();
    }
  }

  async *#readableEntries(): AsyncGenerator<LogEntry> {
    try {
      yield* this.#log.entries();
    } catch (error) {
      if (!(error instanceof LedgerError) || error.code !== 'invalid') throw error;
      this.#stop(error.message);
    }
  }

  #stopUnlessNext({ index }: LogEntry): void {
    const count = this.#failures.length;
    if (count >= enoughFailures) this.#stop(`not read any further after ${count} failures`);
    else if (index !== this.#range.size) this.#stop(`fact ${index} was found in its place`);
  }

  #append({ index, bytes, leafHash: stored }: LogEntry): void {
    const leaf = leafHash(bytes);
    if (stored !== undefined && !sameHash(stored, leaf)) {
      this.#fail(index, `its bytes hash to ${hex(leaf)}; the leaf hash stored with them is ${hex(stored)}`);
    }
    this.#range.append(leaf, this.#tiles.record);
  }

  async #checkTiles(tiles: readonly ComputedTile[]): Promise<void> {
    for (const tile of tiles) {
      const failure = compareTile(tile, await this.#log.tile(tile));
      if (failure !== undefined) this.#failures.push(failure);
    }
  }

  async #checkHead(): Promise<void> {
    this.#failures.push(...(await this.#heads.check(this.#range)));
  }

  #stop(why: string): void {
    this.#fail(this.#range.size, why);
    this.#hasStopped = true;
  }

  #fail(index: number, why: string): void {
    this.#failures.push({ index, where: 'facts', why });
  }
}
