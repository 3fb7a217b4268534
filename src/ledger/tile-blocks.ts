import type { SubtreeListener } from './compact-range.ts';
import { type Hash, hashLength } from './hashing.ts';
import { partialTiles, type Tile, tileWidth } from './tile.ts';

/** A tile as it follows from the log's leaves. */
export interface ComputedTile extends Tile {
  /** 32 bytes for each of its hashes; valid until the next leaf is recorded. */
  readonly hashes: Uint8Array;
  /** The root over a full tile; a partial one has none. */
  readonly root?: Hash;
}

/** Gathers a log's subtrees into tiles while it is read from its first leaf on. Holds one tile a level, at most seven. */
export class TileBlocks {
  readonly #blocks: Buffer[] = [];
  #completed: ComputedTile[] = [];

  /** Listens to a compact range that grows from empty. */
  readonly record: SubtreeListener = (level, index, hash) => {
    if (level % 8 !== 0) return;
    const tileLevel = level / 8;
    if (tileLevel > 0) this.#complete(tileLevel - 1, index, hash);
    this.#block(tileLevel).set(hash, (index % tileWidth) * hashLength);
  };

  /** The tiles that the last leaf completed, lowest level first; usually none. */
  takeCompleted(): readonly ComputedTile[] {
    const completed = this.#completed;
    if (completed.length > 0) this.#completed = [];
    return completed;
  }

  /** The tiles that are not full in a log of `size` leaves, when that many were recorded. */
  partial(size: number): ComputedTile[] {
    return Array.from(partialTiles(size), (tile) => ({
      ...tile,
      hashes: this.#block(tile.level).subarray(0, tile.width * hashLength),
    }));
  }

  #complete(level: number, n: number, root: Hash): void {
    this.#completed.push({ level, n, width: tileWidth, hashes: this.#block(level), root });
  }

  #block(level: number): Buffer {
    const block = this.#blocks[level] ?? Buffer.alloc(tileWidth * hashLength);
    this.#blocks[level] = block;
    return block;
  }
}
