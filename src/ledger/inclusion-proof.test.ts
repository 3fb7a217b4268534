import { describe, expect, it } from 'vitest';
import { flipBit, leafBytes, path, treeHash, uniformHash } from '../../test/vectors/ledger/reference-tree.ts';
import tree from '../../test/vectors/ledger/rfc6962-tree.json' with { type: 'json' };
import { CompactRange } from './compact-range.ts';
import { type Hash, hex, leafHash } from './hashing.ts';
import { planInclusion, rootFromInclusion, verifyInclusion } from './inclusion-proof.ts';
import { assembleProof } from './proof-plan.ts';
import { perfectSubtrees, type TreeNode } from './tree-shape.ts';

const unhex = (text: string) => Buffer.from(text, 'hex');
const unverified = expect.objectContaining({ code: 'unverified' });
const invalid = expect.objectContaining({ code: 'invalid' });

function prove(index: number, size: number): Hash[] {
  const plan = planInclusion(index, size);
  const read = ({ level, index: at }: TreeNode) => treeHash(at * 2 ** level, (at + 1) * 2 ** level);
  return assembleProof(plan, plan.flat().map(read));
}

describe('an inclusion proof', () => {
  it.each(tree.inclusion)(
    'of leaf $leafIndex in $treeSize leaves of the reference tree holds',
    ({ leafIndex, treeSize, proof }) => {
      const leaf = unhex(tree.leafHashes[leafIndex] ?? '');
      const head = { size: treeSize, root: unhex(tree.roots[treeSize] ?? '') };
      verifyInclusion(leafIndex, leaf, head, proof.map(unhex));
      expect(hex(rootFromInclusion(leafIndex, leaf, treeSize, proof.map(unhex)))).toBe(tree.roots[treeSize]);
    },
  );

  it('is that of RFC 6962 and holds, for every leaf of every log of up to 130', () => {
    for (let size = 1; size <= 130; size++) {
      for (let index = 0; index < size; index++) {
        const proof = prove(index, size);
        expect(proof.map(hex)).toEqual(path(index, 0, size).map(hex));
        verifyInclusion(index, leafHash(leafBytes(index)), { size, root: treeHash(0, size) }, proof);
      }
    }
  });

  it('does not hold for another leaf, index, size, root, or with a hash changed, left out, added or moved', () => {
    for (let size = 1; size <= 33; size++) {
      const head = { size, root: treeHash(0, size) };
      for (let index = 0; index < size; index++) {
        const leaf = leafHash(leafBytes(index));
        const proof = prove(index, size);
        const changed = proof.map((_, i) => proof.map((hash, j) => (i === j ? flipBit(hash, index) : hash)));
        const cut = proof.flatMap((_, i) => [proof.toSpliced(i, 1)]);
        for (const wrong of [...changed, ...cut, [...proof, leaf], [leaf, ...proof]]) {
          expect(() => verifyInclusion(index, leaf, head, wrong)).toThrow(unverified);
        }
        expect(() => verifyInclusion(index, flipBit(leaf, 255), head, proof)).toThrow(unverified);
        expect(() => verifyInclusion(index, leaf, { size, root: flipBit(head.root, 0) }, proof)).toThrow(unverified);
        expect(() => verifyInclusion(size, leaf, head, proof)).toThrow(unverified);
        if (size > 1) expect(() => verifyInclusion((index + 1) % size, leaf, head, proof)).toThrow(unverified);
      }
    }
  });

  it('holds in a log of 2^53 - 1 leaves', () => {
    const read = ({ level }: TreeNode) => uniformHash(level);
    const size = 2 ** 53 - 1;
    const root = new CompactRange(size, perfectSubtrees(0, size).map(read)).root();
    for (const index of [0, 1, 2 ** 31, 2 ** 32 + 5, 2 ** 52 - 1, 2 ** 52, size - 2, size - 1]) {
      const plan = planInclusion(index, size);
      const proof = assembleProof(plan, plan.flat().map(read));
      verifyInclusion(index, uniformHash(0), { size, root }, proof);
      expect(() => verifyInclusion(index, uniformHash(1), { size, root }, proof)).toThrow(unverified);
    }
  });

  it.each([
    [5, 5],
    [0, 0],
    [-1, 5],
    [0.5, 5],
    [1, 2 ** 53],
  ])('of leaf %d in %d leaves cannot be planned', (index, size) => {
    expect(() => planInclusion(index, size)).toThrow(invalid);
  });

  it('is not assembled from fewer or more hashes than were planned', () => {
    const plan = planInclusion(2, 7);
    const hashes = plan.flat().map(() => Buffer.alloc(32));
    expect(() => assembleProof(plan, hashes.slice(1))).toThrow(invalid);
    expect(() => assembleProof(plan, [...hashes, Buffer.alloc(32)])).toThrow(invalid);
  });

  it('with a hash that is none is invalid', () => {
    expect(() =>
      verifyInclusion(0, leafHash(leafBytes(0)), { size: 2, root: treeHash(0, 2) }, [Buffer.alloc(31)]),
    ).toThrow(invalid);
  });
});
