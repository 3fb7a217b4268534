import type { StoredCheckpoint } from '../../../ledger/log-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

type Row = [size: number, note: string];

// Two notes of one size say the same of the log; the later one may carry more signatures.
const save = `INSERT INTO checkpoints (ledger, size, note) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET note = excluded.note`;
const selectLatest = 'SELECT size, note FROM checkpoints WHERE ledger = ? ORDER BY size DESC LIMIT 1';
const selectPage = 'SELECT size, note FROM checkpoints WHERE ledger = ? AND size > ? ORDER BY size LIMIT 256';

export function saveCheckpoint(connection: Connection, { size, note }: StoredCheckpoint): void {
  connection.run(save, [ledger, size, note]);
}

export function readLatestCheckpoint(connection: Connection): StoredCheckpoint | undefined {
  const row = connection.get<Row>(selectLatest, [ledger]);
  return row && checkpointOf(row);
}

/** The next checkpoints by size. */
export function readCheckpointsAfter(connection: Connection, last: StoredCheckpoint | undefined): StoredCheckpoint[] {
  return connection.all<Row>(selectPage, [ledger, last?.size ?? Number.MIN_SAFE_INTEGER]).map(checkpointOf);
}

function checkpointOf([size, note]: Row): StoredCheckpoint {
  return { size, note };
}
