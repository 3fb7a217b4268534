import type { LogBatch } from '../../src/ledger/log-store.ts';
import type { LedgerStore, LedgerTransaction, RowChange } from '../../src/projections/read-store.ts';

/** What one transaction wrote, in the order in which it did. */
export interface WrittenBatch {
  readonly writes: ({ readonly log: LogBatch } | { readonly changes: readonly RowChange[] })[];
}

/** Listens to a store: returns a list to which each transaction from now on adds what it wrote. */
export function captureBatches(store: LedgerStore): WrittenBatch[] {
  const batches: WrittenBatch[] = [];
  const transact = store.transact.bind(store);
  store.transact = (work) =>
    transact((transaction) => {
      const batch: WrittenBatch = { writes: [] };
      batches.push(batch);
      return work(captureWrites(transaction, batch));
    });
  return batches;
}

function captureWrites(transaction: LedgerTransaction, { writes }: WrittenBatch): LedgerTransaction {
  const append = transaction.append.bind(transaction);
  const project = transaction.project.bind(transaction);
  transaction.append = (log) => {
    writes.push({ log });
    return append(log);
  };
  transaction.project = (changes) => {
    writes.push({ changes });
    return project(changes);
  };
  return transaction;
}
