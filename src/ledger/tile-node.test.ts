import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treeHash } from '../../test/vectors/ledger/reference-tree.ts';
import { emptyRoot, hex } from './hashing.ts';
import { nodeFromTile, rootOfHashes, tileSlice } from './tile-node.ts';

/** The hashes of tile `n` of `level` in a log of `size` leaves. */
function tileOf(level: number, n: number, size: number): Buffer {
  const leaves = 256 ** level;
  const count = Math.min(256, Math.floor(size / leaves) - n * 256);
  return Buffer.concat(
    Array.from({ length: count }, (_, i) => treeHash((n * 256 + i) * leaves, (n * 256 + i + 1) * leaves)),
  );
}

describe('a node of the tree', () => {
  it('is computed from one tile, whichever node of a log of 1,111 it is', () => {
    for (let level = 0; 2 ** level <= 1111; level++) {
      for (let index = 0; (index + 1) * 2 ** level <= 1111; index++) {
        const slice = tileSlice({ level, index });
        const hash = nodeFromTile({ level, index }, tileOf(slice.level, slice.n, 1111));
        expect(hex(hash)).toBe(hex(treeHash(index * 2 ** level, (index + 1) * 2 ** level)));
      }
    }
  });

  it('lies within one tile, in the place that its leaves have', () => {
    const node = fc
      .record({ level: fc.nat(52), index: fc.nat() })
      .filter(({ level, index }) => index < 2 ** (53 - level) - 1);
    fc.assert(
      fc.property(node, ({ level, index }) => {
        const slice = tileSlice({ level, index });
        expect(slice.start + slice.count).toBeLessThanOrEqual(256);
        expect((slice.n * 256 + slice.start) * 256 ** slice.level).toBe(index * 2 ** level);
        expect(slice.count * 256 ** slice.level).toBe(2 ** level);
      }),
    );
  });

  it('is refused from a tile that is too narrow, or not of whole hashes', () => {
    const tile = tileOf(0, 0, 7);
    expect(() => nodeFromTile({ level: 2, index: 1 }, tile)).toThrow(expect.objectContaining({ code: 'invalid' }));
    expect(() => rootOfHashes(tile.subarray(1))).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('is the root over its hashes', () => {
    expect(hex(rootOfHashes(tileOf(0, 0, 256)))).toBe(hex(treeHash(0, 256)));
    expect(rootOfHashes(Buffer.alloc(0))).toEqual(emptyRoot);
  });
});
