import { randomBytes } from 'node:crypto';
import { GrowingTree } from '../../src/app/record/growing-tree.ts';
import { leafHash } from '../../src/ledger/hashing.ts';
import type { StoredFact } from '../../src/ledger/log-store.ts';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';

const step = 16_384;

/** Makes a database for a log that is nothing but a log: no ledger's name is ever signed for it. */
export async function makePlainLog(path: string): Promise<void> {
  const store = await openSqlite(path, { mode: 'create' });
  await store.create({ origin: 'bench.example/log', verifierKey: '', secret: randomBytes(32) });
  await store.close();
}

/** Appends the smallest facts until the log has `size`: leaves and tiles as every append stores them, without decisions and folds. */
export async function growPlainLog(store: LedgerStore, size: number): Promise<void> {
  for (let head = await store.head(); head.size < size; head = await store.head()) {
    const tree = new GrowingTree(head);
    const end = Math.min(size, head.size + step);
    const facts = Array.from({ length: end - head.size }, (_, i) => plainFact(head.size + i));
    for (const fact of facts) tree.append(fact.leafHash);
    const tiles = await tree.tiles(store);
    const grown = { size: tree.size, range: tree.rangeBytes(), recordedMs: 0 };
    const batch = { facts, openings: [], actors: [], answered: [], tiles, head: grown };
    await store.transact((transaction) => transaction.append(batch));
  }
}

function plainFact(index: number): StoredFact {
  const bytes = Buffer.from(`{"n":${index}}`);
  return { index, bytes, leafHash: leafHash(bytes), subject: `n:${index}`, type: 'bench', recordedMs: 0 };
}
