import { LedgerError } from '../domain/errors.ts';
import { emptyRoot, type Hash, nodeHash, sameHash } from './hashing.ts';
import type { ProofPlan } from './proof-plan.ts';
import { perfectSubtrees, requireSize, siblingSides, splitPoint, type TreeHead } from './tree-shape.ts';

/**
 * Plans the proof that the log of `to` leaves extends the log of `from` leaves (RFC 9162 §2.1.4.1). It is empty when
 * `from` is 0, where there is nothing to prove, and when it is `to`, where the roots must be the same.
 * @throws LedgerError `invalid` unless 0 ≤ from ≤ to.
 */
export function planConsistency(from: number, to: number): ProofPlan {
  requireSize(from, 'from');
  requireSize(to, 'to');
  if (from > to) throw new LedgerError('invalid', `a log of ${to} cannot extend one of ${from}`, { field: 'from' });
  return from === 0 ? [] : subproof(from, 0, to);
}

function subproof(size: number, from: number, to: number): ProofPlan {
  // Where the old log is a subtree of its own, its root is known to the verifier and left out.
  if (size === to) return from === 0 ? [] : [perfectSubtrees(from, to)];
  const middle = from + splitPoint(to - from);
  return size <= middle
    ? [...subproof(size, from, middle), perfectSubtrees(middle, to)]
    : [...subproof(size, middle, to), perfectSubtrees(from, middle)];
}

/**
 * Checks that the log with head `to` begins with all of the log with head `from` (RFC 9162 §2.1.4.2). Returns when it
 * does. Every log extends the empty one, with an empty proof.
 * @throws LedgerError `unverified` when the proof does not show it; `invalid` for numbers or hashes of a wrong form.
 */
export function verifyConsistency(from: TreeHead, to: TreeHead, proof: readonly Hash[]): void {
  requireSize(from.size, 'from');
  requireSize(to.size, 'to');
  if (from.size > to.size) throw unverified(from, to, 'it is shorter');
  const implied = impliedRoots(from, to, proof);
  if (!sameHash(implied.from, from.root)) throw unverified(from, to, 'the older root is another');
  if (!sameHash(implied.to, to.root)) throw unverified(from, to, 'the newer root is another');
}

/** The roots that both logs have if the proof is right. */
function impliedRoots(from: TreeHead, to: TreeHead, proof: readonly Hash[]): { from: Hash; to: Hash } {
  if (from.size === 0 || from.size === to.size) {
    if (proof.length > 0) throw unverified(from, to, `the proof has ${proof.length} hashes instead of none`);
    const older = from.size === 0 ? emptyRoot : to.root;
    return { from: older, to: from.size === to.size ? older : to.root };
  }
  let [node, last] = [from.size - 1, to.size - 1];
  while (node % 2 === 1) [node, last] = [(node - 1) / 2, Math.floor(last / 2)];
  const sides = siblingSides(node, last);
  // The proof starts with the last subtree of the old log, unless that is the old log itself.
  const [start, ...path] = node === 0 ? [from.root, ...proof] : proof;
  if (start === undefined || path.length !== sides.length) {
    const needed = sides.length + (node === 0 ? 0 : 1);
    throw unverified(from, to, `the proof has ${proof.length} hashes instead of ${needed}`);
  }
  let [older, newer] = [start, start];
  for (const [i, sibling] of path.entries()) {
    if (sides[i] === 'left') [older, newer] = [nodeHash(sibling, older), nodeHash(sibling, newer)];
    else newer = nodeHash(newer, sibling);
  }
  return { from: older, to: newer };
}

function unverified(from: TreeHead, to: TreeHead, why: string): LedgerError {
  const message = `the log of ${to.size} is not shown to extend the log of ${from.size}: ${why}`;
  return new LedgerError('unverified', message, { hint: 'keep both checkpoints: they are the evidence' });
}
