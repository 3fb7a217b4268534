import { join } from 'node:path';
import { treeHead } from '../../src/app/log/signing.ts';
import { proveInclusion } from '../../src/app/log/tree-reader.ts';
import type { Hash } from '../../src/ledger/hashing.ts';
import { verifyInclusion } from '../../src/ledger/inclusion-proof.ts';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { randomOf } from '../../src/sources/demo/random.ts';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import type { BenchRow, Measurement } from '../bench-row.ts';
import { growPlainLog, makePlainLog } from '../ledgers/plain-log.ts';
import { median, quantile } from '../measure/quantile.ts';
import { timeMs } from '../measure/time.ts';
import { dropCache } from '../programs/drop-cache.ts';
import { count, duration } from '../report/figures.ts';

const goalMs = 20;

/**
 * Inclusion proofs of facts anywhere in the log, read through the store: warm, and each one from a database that was just opened and of
 * which the system holds nothing in memory.
 */
export const inclusionProof: BenchRow = {
  name: 'inclusion-proof',
  goal: `p99 ≤ ${duration(goalMs)}`,
  async run({ sizes, directory }) {
    const path = join(directory('inclusion-proof'), 'log.db');
    await makePlainLog(path);
    const measurements: Measurement[] = [];
    for (const size of sizes.proofLogs) {
      await withStore(path, (store) => growPlainLog(store, size));
      const warm = await withStore(path, (store) => proveOften(store, sizes.warmProofs));
      measurements.push(summary(`${count(size)} leaves, warm`, warm));
      const cold = await proveCold(path, sizes.coldProofs);
      if (cold.length > 0) measurements.push(summary(`${count(size)} leaves, cold`, cold));
    }
    return measurements;
  },
};

const random = randomOf('inclusion-proof');

async function proveOften(store: LedgerStore, proofs: number): Promise<number[]> {
  // The first one does not count.
  await proveAnywhere(store);
  const times: number[] = [];
  for (let i = 0; i < proofs; i++) times.push(await proveAnywhere(store));
  return times;
}

async function proveCold(path: string, proofs: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < proofs && dropCache(path); i++) times.push(await withStore(path, proveAnywhere));
  return times;
}

/** Milliseconds that the proof of some fact takes. A wrong one spoils what is measured. */
async function proveAnywhere(store: LedgerStore): Promise<number> {
  const head = treeHead(await store.head());
  const index = random.int(0, head.size - 1);
  let proof: readonly Hash[] = [];
  const ms = await timeMs(async () => {
    proof = await proveInclusion(store, index, head.size);
  });
  verifyInclusion(index, await store.leafHashes(index, index + 1), head, proof);
  return ms;
}

async function withStore<Result>(path: string, work: (store: LedgerStore) => Promise<Result>): Promise<Result> {
  const store = await openSqlite(path, { mode: 'open' });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function summary(what: string, times: readonly number[]): Measurement {
  const p99 = quantile(times, 0.99);
  return { what, measured: `p50 ${duration(median(times))}, p99 ${duration(p99)}`, met: p99 <= goalMs };
}
