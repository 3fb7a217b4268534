import { CompactRange } from '../../ledger/compact-range.ts';
import { type Hash, hashLength } from '../../ledger/hashing.ts';
import type { Head, LogReader, StoredTile } from '../../ledger/log-store.ts';
import { fullTiles, tileWidth } from '../../ledger/tile.ts';

/** The right edge of the stored tree, growing by the leaves of one batch, and the tiles that become full on the way. */
export class GrowingTree {
  readonly #range: CompactRange;
  readonly #from: number;
  /** New hashes by tile level, then by place in the level. */
  readonly #hashes: Map<number, Hash>[] = [];

  constructor(head: Head) {
    this.#range = CompactRange.fromBytes(head.size, head.range);
    this.#from = head.size;
  }

  get size(): number {
    return this.#range.size;
  }

  append(leaf: Hash): void {
    this.#range.append(leaf, this.#collect);
  }

  readonly #collect = (level: number, index: number, hash: Hash): void => {
    if (level % 8 !== 0) return;
    const place = level / 8;
    const hashes = this.#hashes[place] ?? new Map<number, Hash>();
    hashes.set(index, hash);
    this.#hashes[place] = hashes;
  };

  root(): Hash {
    return this.#range.root();
  }

  rangeBytes(): Uint8Array {
    return this.#range.toBytes();
  }

  /** The tiles that the batch filled; what was stored before of their hashes is read from `log`. */
  async tiles(log: LogReader): Promise<StoredTile[]> {
    const tiles: StoredTile[] = [];
    for (const { level, n } of fullTiles(this.#from, this.#range.size)) {
      const hashes = new Uint8Array(tileWidth * hashLength);
      const first = n * tileWidth;
      const stored = Math.floor(this.#from / tileWidth ** level);
      if (stored > first) hashes.set(await storedHashes(log, level, first, stored));
      for (let i = Math.max(first, stored); i < first + tileWidth; i++) {
        hashes.set(this.#hash(level, i), (i - first) * hashLength);
      }
      tiles.push({ level, n, hashes, root: this.#hash(level + 1, n) });
    }
    return tiles;
  }

  #hash(level: number, index: number): Hash {
    const hash = this.#hashes[level]?.get(index);
    if (hash === undefined) throw new RangeError(`the batch did not compute hash ${index} of tile level ${level}`);
    return hash;
  }
}

function storedHashes(log: LogReader, level: number, from: number, to: number): Promise<Uint8Array> {
  return level === 0 ? log.leafHashes(from, to) : log.tileRoots(level - 1, from, to);
}
