import { LedgerError } from '../domain/errors.ts';
import { foldSubtrees } from './compact-range.ts';
import type { Hash } from './hashing.ts';
import type { TreeNode } from './tree-shape.ts';

/**
 * Which hashes a proof needs, known before any is read. Each entry is one hash of the proof: the perfect subtrees,
 * left to right, that fold into it. Read the hashes of `plan.flat()` from wherever they are, then assemble.
 */
export type ProofPlan = readonly (readonly TreeNode[])[];

/**
 * Folds the hashes of `plan.flat()`, in that order, into the proof.
 * @throws LedgerError `invalid` when there are not as many hashes as the plan asked for.
 */
export function assembleProof(plan: ProofPlan, hashes: readonly Hash[]): Hash[] {
  const needed = plan.reduce((sum, nodes) => sum + nodes.length, 0);
  if (hashes.length !== needed) {
    throw new LedgerError('invalid', `the proof needs ${needed} hashes and was given ${hashes.length}`);
  }
  let next = 0;
  return plan.map((nodes) => {
    const start = next;
    next += nodes.length;
    return foldSubtrees(hashes.slice(start, next));
  });
}
