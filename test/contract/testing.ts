/** What a store has to pass, as functions to call from any test runner: published as `deploy-ledger/testing`. */

export type {
  Head,
  LedgerIdentity,
  LogBatch,
  LogReader,
  LogTransaction,
  Opening,
  StoredFact,
} from '../../src/ledger/log-store.ts';
export type { LedgerStore, LedgerTransaction, ReadStore, RowChange } from '../../src/projections/read-store.ts';
export type { TableName, Tables } from '../../src/projections/rows.ts';
export { tableNames, tables } from '../../src/projections/tables.ts';
export type { OpenStore, Suite, TestApi } from './contract.ts';
export { ReferenceStore } from './reference-store.ts';
export { storeContract } from './store-contract.ts';
