import { LedgerError } from '../domain/errors.ts';
import { type Hash, nodeHash, sameHash } from './hashing.ts';
import type { ProofPlan } from './proof-plan.ts';
import { perfectSubtrees, requireSize, siblingSides, splitPoint, type TreeHead } from './tree-shape.ts';

/**
 * Plans the proof that the log of `size` leaves holds leaf `index` (RFC 9162 §2.1.3.1): at most ⌈log₂ size⌉ hashes,
 * from the leaf's sibling up to the root's child.
 * @throws LedgerError `invalid` unless 0 ≤ index < size.
 */
export function planInclusion(index: number, size: number): ProofPlan {
  requireSize(index, 'index');
  requireSize(size, 'size');
  if (index >= size) {
    throw new LedgerError('invalid', `index ${index} is beyond a log of ${size}`, { field: 'index' });
  }
  return siblings(index, 0, size);
}

function siblings(index: number, from: number, to: number): ProofPlan {
  if (to - from === 1) return [];
  const middle = from + splitPoint(to - from);
  return index < middle
    ? [...siblings(index, from, middle), perfectSubtrees(middle, to)]
    : [...siblings(index, middle, to), perfectSubtrees(from, middle)];
}

/**
 * The root that a log of `size` leaves has if `leaf` is its leaf `index` and `proof` is right (RFC 9162 §2.1.3.2).
 * @throws LedgerError `unverified` when a log of that size has no such leaf or a proof of another length.
 */
export function rootFromInclusion(index: number, leaf: Hash, size: number, proof: readonly Hash[]): Hash {
  requireSize(index, 'index');
  requireSize(size, 'size');
  if (index >= size) throw unverified(`leaf ${index} is beyond a log of ${size}`);
  const sides = siblingSides(index, size - 1);
  if (proof.length !== sides.length) {
    throw unverified(`leaf ${index} of ${size} takes a proof of ${sides.length} hashes, not ${proof.length}`);
  }
  return proof.reduce(
    (node, sibling, i) => (sides[i] === 'left' ? nodeHash(sibling, node) : nodeHash(node, sibling)),
    leaf,
  );
}

/**
 * Checks that the log with this head holds `leaf` at `index` (RFC 9162 §2.1.3.2). Returns when it does.
 * @throws LedgerError `unverified` when the proof does not show it; `invalid` for numbers or hashes of a wrong form.
 */
export function verifyInclusion(index: number, leaf: Hash, head: TreeHead, proof: readonly Hash[]): void {
  if (sameHash(rootFromInclusion(index, leaf, head.size, proof), head.root)) return;
  throw unverified(`the proof of leaf ${index} leads to another root than that of the log of ${head.size}`);
}

function unverified(message: string): LedgerError {
  return new LedgerError('unverified', message, {
    hint: 'the fact, its index, the proof or the checkpoint was changed',
  });
}
