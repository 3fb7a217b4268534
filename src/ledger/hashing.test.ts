import { describe, expect, it } from 'vitest';
import tree from '../../test/vectors/ledger/rfc6962-tree.json' with { type: 'json' };
import { emptyRoot, hex, leafHash, nodeHash, sameHash, sha256 } from './hashing.ts';

describe('hashing', () => {
  it('has the empty root of RFC 6962', () => {
    expect(hex(emptyRoot)).toBe(tree.single.emptyRoot);
  });

  it('hashes leaves as RFC 6962 does', () => {
    expect(hex(leafHash(Buffer.from('')))).toBe(tree.single.emptyLeaf);
    expect(hex(leafHash(Buffer.from('L123456')))).toBe(tree.single.leafOfL123456);
    expect(tree.leafInputsHex.map((input) => hex(leafHash(Buffer.from(input, 'hex'))))).toEqual(tree.leafHashes);
  });

  it('hashes two leaves to the root of the log of two', () => {
    const [left = '', right = ''] = tree.leafHashes;
    expect(hex(nodeHash(Buffer.from(left, 'hex'), Buffer.from(right, 'hex')))).toBe(tree.roots[2]);
  });

  it('gives each digest bytes of its own', () => {
    const first = sha256(Buffer.from('a'));
    const before = hex(first);
    sha256(Buffer.from('b'));
    expect(hex(first)).toBe(before);
  });

  it.each([0, 31, 33])('refuses an interior node over a hash of %i bytes', (length) => {
    expect(() => nodeHash(Buffer.alloc(length), emptyRoot)).toThrow(/SHA-256 has 32/);
    expect(() => nodeHash(emptyRoot, Buffer.alloc(length))).toThrow(/SHA-256 has 32/);
  });

  it('tells hashes apart by every byte and by length', () => {
    const other = Buffer.from(emptyRoot);
    expect(sameHash(other, emptyRoot)).toBe(true);
    other[31] = (other[31] ?? 0) ^ 1;
    expect(sameHash(other, emptyRoot)).toBe(false);
    expect(sameHash(emptyRoot.subarray(1), emptyRoot)).toBe(false);
  });
});
