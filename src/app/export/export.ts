import { LedgerError } from '../../domain/errors.ts';
import type { StoredCheckpoint } from '../../ledger/log-store.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { Ledger } from '../ledger.ts';
import { exportClaims } from './export-claims.ts';
import { exportDeployments, exportIncidents, exportRollbacks } from './export-rows.ts';
import { exportTables } from './export-tables.ts';
import { exportTiles, type LogFile } from './export-tiles.ts';

/** Everything that can be taken out of a ledger, each in flat memory. */
export interface Exporter {
  readonly deployments: Ledger['exportDeployments'];
  readonly rollbacks: Ledger['exportRollbacks'];
  readonly incidents: Ledger['exportIncidents'];
  readonly claims: Ledger['exportClaims'];
  readonly tables: Ledger['exportTables'];
  /** The log of a checkpoint that the ledger has signed. */
  tiles(checkpoint: StoredCheckpoint): AsyncIterable<LogFile>;
}

export function exporter(store: LedgerStore): Exporter {
  return {
    deployments: (options) => exportDeployments(store, options),
    rollbacks: (options) => exportRollbacks(store, options),
    incidents: (options) => exportIncidents(store, options),
    claims: (options) => exportClaims(store, options),
    tables: (options) => exportTables(store, options),
    tiles: (checkpoint) => tilesOf(store, checkpoint),
  };
}

async function* tilesOf(store: LedgerStore, { note }: StoredCheckpoint): AsyncGenerator<LogFile> {
  const identity = await store.identity();
  if (identity === undefined) throw new LedgerError('internal', 'the store holds a checkpoint, but no ledger');
  yield* exportTiles(store, note, identity.verifierKey);
}
