import { LedgerError } from '../../domain/errors.ts';
import { decodeEntryBundle } from '../../ledger/entry-bundle.ts';
import type { Hash } from '../../ledger/hashing.ts';
import { planInclusion } from '../../ledger/inclusion-proof.ts';
import { assembleProof } from '../../ledger/proof-plan.ts';
import { tileWidth } from '../../ledger/tile.ts';
import { nodeFromTile, tileSlice } from '../../ledger/tile-node.ts';
import { tilePath } from '../../ledger/tile-path.ts';
import { formatTlogProof } from '../../ledger/tlog-proof.ts';
import type { TreeNode } from '../../ledger/tree-shape.ts';
import type { Client } from '../../surfaces/client/connect.ts';
import { sizeOf } from './size-of.ts';

/**
 * Proves that a fact is in the log of a server, from the tiles that the server gives out: as any client of such a log can.
 * @throws LedgerError `not-found` when the log is not that long.
 */
export async function proveFromTiles(client: Client, index: number): Promise<string> {
  const checkpoint = await client.getCheckpoint();
  const size = sizeOf(checkpoint);
  if (index >= size) {
    const message = `the log has no fact ${index}; it has ${size}, counted from 0`;
    throw new LedgerError('not-found', message, { field: 'index' });
  }
  const plan = planInclusion(index, size);
  const [hashes, extra] = await Promise.all([
    Promise.all(plan.flat().map((node) => nodeHash(client, node, size))),
    factAt(client, index, size),
  ]);
  return formatTlogProof({ index, hashes: assembleProof(plan, hashes), checkpoint, extra });
}

async function nodeHash(client: Client, node: TreeNode, size: number): Promise<Hash> {
  const { level, n } = tileSlice(node);
  return nodeFromTile(node, await file(client, level, n, Math.floor(size / tileWidth ** level)));
}

async function factAt(client: Client, index: number, size: number): Promise<Uint8Array> {
  const n = Math.floor(index / tileWidth);
  const bundle = decodeEntryBundle(await file(client, 'entries', n, size), widthOf(n, size));
  const fact = bundle[index % tileWidth];
  if (fact === undefined) throw new LedgerError('unverified', `the server's bundle ${n} does not hold fact ${index}`);
  return fact;
}

/** File `n` of a level that has `length` hashes or entries in all. */
function file(client: Client, level: number | 'entries', n: number, length: number): Promise<Uint8Array> {
  return client.getTile(tilePath({ level, n, width: widthOf(n, length) }).slice('tile/'.length));
}

function widthOf(n: number, length: number): number {
  return Math.min(tileWidth, length - n * tileWidth);
}
