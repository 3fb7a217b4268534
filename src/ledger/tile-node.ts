import { LedgerError } from '../domain/errors.ts';
import { CompactRange, sliceHashes } from './compact-range.ts';
import { type Hash, hashLength } from './hashing.ts';
import { tileWidth } from './tile.ts';
import type { TreeNode } from './tree-shape.ts';

/** Neighbouring hashes of a tile: `count` (1 to 128) from `start` (0 to 255) on, in tile `n` of `level`. */
export interface TileSlice {
  readonly level: number;
  readonly n: number;
  readonly start: number;
  readonly count: number;
}

/** Finds the hashes that fold into a node of the tree: a tile stands for eight levels, from its own up. */
export function tileSlice(node: TreeNode): TileSlice {
  const height = node.level % 8;
  const count = 2 ** height;
  const nodesPerTile = tileWidth / count;
  return {
    level: (node.level - height) / 8,
    n: Math.floor(node.index / nodesPerTile),
    start: (node.index % nodesPerTile) * count,
    count,
  };
}

/**
 * Computes the hash of a node from the hashes of its tile, 32 bytes each. The tile may be partial.
 * @throws LedgerError `invalid` when the tile is too narrow to hold the node.
 */
export function nodeFromTile(node: TreeNode, hashes: Uint8Array): Hash {
  const { level, n, start, count } = tileSlice(node);
  if (hashes.length < (start + count) * hashLength) {
    const message = `tile ${n} of level ${level} has ${hashes.length} bytes, too few for the node ${node.index}`;
    throw new LedgerError('invalid', message, { hint: 'read the tile at the width it has in this log' });
  }
  return rootOfHashes(hashes.subarray(start * hashLength, (start + count) * hashLength));
}

/**
 * Computes the root over neighbouring hashes of 32 bytes each, such as those of a slice or of a whole tile.
 * @throws LedgerError `invalid` when the last hash is not whole.
 */
export function rootOfHashes(hashes: Uint8Array): Hash {
  const range = new CompactRange();
  for (const hash of sliceHashes(hashes)) range.append(hash);
  return range.root();
}
