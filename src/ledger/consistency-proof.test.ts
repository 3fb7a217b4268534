import { describe, expect, it } from 'vitest';
import { flipBit, proof as referenceProof, treeHash, uniformHash } from '../../test/vectors/ledger/reference-tree.ts';
import tree from '../../test/vectors/ledger/rfc6962-tree.json' with { type: 'json' };
import { CompactRange } from './compact-range.ts';
import { planConsistency, verifyConsistency } from './consistency-proof.ts';
import { emptyRoot, type Hash, hex } from './hashing.ts';
import { assembleProof } from './proof-plan.ts';
import { perfectSubtrees, type TreeHead, type TreeNode } from './tree-shape.ts';

const unhex = (text: string) => Buffer.from(text, 'hex');
const head = (size: number): TreeHead => ({ size, root: treeHash(0, size) });
const unverified = expect.objectContaining({ code: 'unverified' });
const invalid = expect.objectContaining({ code: 'invalid' });

function prove(from: number, to: number): Hash[] {
  const plan = planConsistency(from, to);
  const read = ({ level, index }: TreeNode) => treeHash(index * 2 ** level, (index + 1) * 2 ** level);
  return assembleProof(plan, plan.flat().map(read));
}

describe('a consistency proof', () => {
  it.each(tree.consistency)('from $size1 to $size2 leaves of the reference tree holds', ({ size1, size2, proof }) => {
    const from = { size: size1, root: unhex(tree.roots[size1] ?? '') };
    const to = { size: size2, root: unhex(tree.roots[size2] ?? '') };
    expect(() => verifyConsistency(from, to, proof.map(unhex))).not.toThrow();
  });

  it('is that of RFC 6962 and holds, between any two logs of up to 130 leaves', () => {
    for (let to = 1; to <= 130; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = prove(from, to);
        expect(proof.map(hex)).toEqual(referenceProof(from, to).map(hex));
        verifyConsistency(head(from), head(to), proof);
      }
    }
  });

  it('does not hold for other sizes or roots, or with a hash changed, left out, added or moved', () => {
    for (let to = 1; to <= 33; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = prove(from, to);
        const changed = proof.map((_, i) => proof.map((hash, j) => (i === j ? flipBit(hash, from + to) : hash)));
        const cut = proof.map((_, i) => proof.toSpliced(i, 1));
        const added = [
          [...proof, emptyRoot],
          [emptyRoot, ...proof],
        ];
        for (const wrong of [...changed, ...cut, ...added]) {
          expect(() => verifyConsistency(head(from), head(to), wrong)).toThrow(unverified);
        }
        const forged = { size: from, root: flipBit(treeHash(0, from), 7) };
        expect(() => verifyConsistency(forged, head(to), proof)).toThrow(unverified);
        expect(() => verifyConsistency(head(from), { size: to, root: flipBit(treeHash(0, to), 7) }, proof)).toThrow(
          unverified,
        );
        if (from < to) expect(() => verifyConsistency(head(to), head(from), proof)).toThrow(unverified);
      }
    }
  });

  it('from the empty log is empty and holds', () => {
    expect(planConsistency(0, 5)).toEqual([]);
    expect(() => verifyConsistency(head(0), head(5), [])).not.toThrow();
    expect(() => verifyConsistency(head(0), head(0), [])).not.toThrow();
  });

  it('from the empty log does not hold with a hash, or when the empty log has another root', () => {
    expect(() => verifyConsistency(head(0), head(5), [emptyRoot])).toThrow(unverified);
    expect(() => verifyConsistency({ size: 0, root: Buffer.alloc(32) }, head(5), [])).toThrow(unverified);
    expect(() => verifyConsistency(head(0), { size: 0, root: Buffer.alloc(32) }, [])).toThrow(unverified);
  });

  it('between logs of one size holds only for one root', () => {
    expect(() => verifyConsistency(head(7), { size: 7, root: treeHash(0, 8) }, [])).toThrow(unverified);
  });

  it('holds between logs of up to 2^53 - 1 leaves', () => {
    const read = ({ level }: TreeNode) => uniformHash(level);
    const headOf = (size: number) => ({
      size,
      root: new CompactRange(size, perfectSubtrees(0, size).map(read)).root(),
    });
    const to = 2 ** 53 - 1;
    for (const from of [1, 2 ** 31 + 1, 2 ** 32, 2 ** 32 + 3, 2 ** 52, to - 1]) {
      const plan = planConsistency(from, to);
      const proof = assembleProof(plan, plan.flat().map(read));
      verifyConsistency(headOf(from), headOf(to), proof);
      expect(() => verifyConsistency(headOf(from), headOf(to - 2), proof)).toThrow(unverified);
    }
  });

  it.each([
    [6, 5],
    [-1, 5],
    [1, 2 ** 53],
  ])('from %d to %d leaves cannot be planned', (from, to) => {
    expect(() => planConsistency(from, to)).toThrow(invalid);
  });
});
