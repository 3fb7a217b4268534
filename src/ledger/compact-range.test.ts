import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafBytes, treeHash } from '../../test/vectors/ledger/reference-tree.ts';
import tree from '../../test/vectors/ledger/rfc6962-tree.json' with { type: 'json' };
import { CompactRange } from './compact-range.ts';
import { hex, leafHash } from './hashing.ts';

describe('a compact range', () => {
  it('gives the roots of the reference tree', () => {
    const range = new CompactRange();
    const roots = [hex(range.root())];
    for (const input of tree.leafInputsHex) {
      range.append(leafHash(Buffer.from(input, 'hex')));
      roots.push(hex(range.root()));
    }
    expect(roots).toEqual(tree.roots);
  });

  it('gives the root of every log of up to 600 leaves, also when it is stored and read back at each', () => {
    let range = new CompactRange();
    for (let size = 1; size <= 600; size++) {
      range.append(leafHash(leafBytes(size - 1)));
      range = CompactRange.fromBytes(range.size, range.toBytes());
      expect(hex(range.root())).toBe(hex(treeHash(0, size)));
    }
  });

  it('reports every perfect subtree of the log once, with its hash, as soon as it is complete', () => {
    const range = new CompactRange();
    const reported: string[] = [];
    for (let index = 0; index < 130; index++) {
      range.append(leafHash(leafBytes(index)), (level, at, hash) => {
        expect((at + 1) * 2 ** level).toBe(index + 1);
        expect(hex(hash)).toBe(hex(treeHash(at * 2 ** level, (at + 1) * 2 ** level)));
        reported.push(`${level}/${at}`);
      });
    }
    const all = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((level) =>
      Array.from({ length: Math.floor(130 / 2 ** level) }, (_, at) => `${level}/${at}`),
    );
    expect(reported.toSorted()).toEqual(all.toSorted());
  });

  it('keeps its hashes when the bytes it was read from change', () => {
    const range = new CompactRange();
    range.append(leafHash(leafBytes(0)));
    const bytes = range.toBytes();
    const copy = CompactRange.fromBytes(1, bytes);
    bytes.fill(0);
    expect(hex(copy.root())).toBe(hex(treeHash(0, 1)));
  });

  it('appends at the far end of what a number can count', () => {
    const size = 2 ** 53 - 2;
    const range = CompactRange.fromBytes(size, Buffer.alloc(52 * 32, 7));
    range.append(Buffer.alloc(32));
    expect(range.toBytes()).toHaveLength(53 * 32);
    expect(range.size).toBe(2 ** 53 - 1);
  });

  it.each([
    [-1, 0],
    [0.5, 0],
    [2 ** 53, 32],
    [Number.NaN, 0],
    [0, 32],
    [3, 32],
    [3, 63],
    [3, 96],
  ])('refuses %d leaves with %d bytes', (size, length) => {
    expect(() => CompactRange.fromBytes(size, Buffer.alloc(length))).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    );
  });

  it('refuses a leaf hash that is none', () => {
    expect(() => new CompactRange().append(Buffer.alloc(31))).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (size) => {
        const ones = size.toString(2).replaceAll('0', '').length;
        const bytes = Buffer.alloc(ones * 32, 5);
        expect(CompactRange.fromBytes(size, bytes).toBytes()).toEqual(bytes);
      }),
    );
  });
});
