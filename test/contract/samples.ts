import type { LedgerIdentity, LogBatch, StoredFact, StoredTile } from '../../src/ledger/log-store.ts';
import type { LedgerStore, OpenedRow, RowChange } from '../../src/projections/read-store.ts';
import type { LaneChange, RemovalRow, ServiceRow, TableName, Tables } from '../../src/projections/rows.ts';

export const identity: LedgerIdentity = {
  origin: 'deploy-ledger.local/contract',
  verifierKey: 'deploy-ledger.local/contract+00000000+AA==',
  secret: bytes(32, 7),
};

/** A store looks into no bytes, so that any do; these differ from one seed to another. */
export function bytes(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, place) => (seed * 31 + place * 7 + (seed >> 8)) % 256);
}

export function storedFact(index: number, fields: Partial<StoredFact> = {}): StoredFact {
  return {
    index,
    bytes: bytes(40, index),
    leafHash: bytes(32, index + 1),
    subject: `deployment:deploy-${index}`,
    type: 'deployment.recorded',
    recordedMs: 1_700_000_000_000 + index,
    ...fields,
  };
}

export function storedTile(level: number, n: number): StoredTile {
  return { level, n, hashes: bytes(8192, level * 100 + n), root: bytes(32, level * 10 + n) };
}

/** What appends `facts` to a log that ends where they begin. */
export function batchOf(facts: readonly StoredFact[], fields: Partial<LogBatch> = {}): LogBatch {
  const { index = -1, recordedMs = 0 } = facts.at(-1) ?? {};
  const head = { size: index + 1, range: bytes(32, index + 1), recordedMs };
  return { facts, openings: [], actors: [], answered: [], tiles: [], head, ...fields };
}

/** Appends that many facts behind those that are there. */
export function appendFacts(store: LedgerStore, count: number, fields: Partial<LogBatch> = {}): Promise<void> {
  return store.transact(async (transaction) => {
    const { size } = await transaction.head();
    const facts = Array.from({ length: count }, (_, place) => storedFact(size + place));
    await transaction.append(batchOf(facts, fields));
  });
}

export function project(store: LedgerStore, changes: readonly RowChange[]): Promise<void> {
  return store.transact((transaction) => transaction.project(changes));
}

/** Puts rows into a read model as they are, obsolete ones too. */
export function insertRows<Name extends TableName>(
  store: LedgerStore,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  const changes = rows.map((opened): OpenedRow<Name> => ({ table, opened }));
  return store.transact((transaction) => transaction.project(changes as RowChange[]));
}

export function runningRow(fields: Partial<LaneChange> = {}): LaneChange {
  return {
    service: 'api',
    environment: 'production',
    region: '',
    sinceMs: 0,
    version: '1.0.0',
    deployment: 'deploy-1',
    knownFrom: 0,
    knownTo: null,
    ...fields,
  };
}

export function removalRow(fields: Partial<RemovalRow> = {}): RemovalRow {
  return {
    service: 'api',
    environment: 'production',
    region: '',
    atMs: 0,
    index: 0,
    knownFrom: 0,
    knownTo: null,
    ...fields,
  };
}

export function serviceRow(fields: Partial<ServiceRow> = {}): ServiceRow {
  return {
    name: 'api',
    serviceType: 'microservice',
    dependsOn: ['db'],
    owners: ['team-a'],
    repository: null,
    healthCheck: null,
    tier: null,
    registered: true,
    knownFrom: 0,
    knownTo: null,
    ...fields,
  };
}
