import { foldSubtrees } from '../../ledger/compact-range.ts';
import { planConsistency } from '../../ledger/consistency-proof.ts';
import type { Hash } from '../../ledger/hashing.ts';
import { planInclusion } from '../../ledger/inclusion-proof.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import { assembleProof, type ProofPlan } from '../../ledger/proof-plan.ts';
import { tileWidth } from '../../ledger/tile.ts';
import { nodeFromTile, rootOfHashes, tileSlice } from '../../ledger/tile-node.ts';
import { perfectSubtrees, type TreeNode } from '../../ledger/tree-shape.ts';

/** The hash of a perfect subtree of the stored log, from its tile, or at the right edge from the hashes that will make up one. */
async function nodeHash(log: LogReader, node: TreeNode): Promise<Hash> {
  const { level, n, start, count } = tileSlice(node);
  const tile = await log.tile(level, n);
  if (tile !== undefined) return nodeFromTile(node, tile.hashes);
  const from = n * tileWidth + start;
  const hashes = await (level === 0
    ? log.leafHashes(from, from + count)
    : log.tileRoots(level - 1, from, from + count));
  return rootOfHashes(hashes);
}

function nodeHashes(log: LogReader, nodes: readonly TreeNode[]): Promise<Hash[]> {
  return Promise.all(nodes.map((node) => nodeHash(log, node)));
}

/** The root that the log had when it was `size` facts long. */
export async function rootAt(log: LogReader, size: number): Promise<Hash> {
  return foldSubtrees(await nodeHashes(log, perfectSubtrees(0, size)));
}

async function prove(log: LogReader, plan: ProofPlan): Promise<Hash[]> {
  return assembleProof(plan, await nodeHashes(log, plan.flat()));
}

/** Proves that fact `index` is in the log of `size` facts (RFC 9162 §2.1.3.1). */
export function proveInclusion(log: LogReader, index: number, size: number): Promise<Hash[]> {
  return prove(log, planInclusion(index, size));
}

/** Proves that the log of `to` facts begins with the log of `from` facts (RFC 9162 §2.1.4.1). */
export function proveConsistency(log: LogReader, from: number, to: number): Promise<Hash[]> {
  return prove(log, planConsistency(from, to));
}
