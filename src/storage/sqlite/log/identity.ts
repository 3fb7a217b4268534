import type { LedgerIdentity } from '../../../ledger/log-store.ts';
import { projectionVersion } from '../../../projections/tables.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

const select = 'SELECT origin, verifier_key, secret FROM ledgers WHERE ledger = ?';
const insert = 'INSERT INTO ledgers (ledger, origin, verifier_key, secret) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
const insertHead = "INSERT INTO head (ledger, size, compact_range, recorded_ms) VALUES (?, 0, x'', 0)";
const insertProjected = 'INSERT INTO projected (ledger, version) VALUES (?, ?)';

export function readIdentity(connection: Connection): LedgerIdentity | undefined {
  const row = connection.get<[string, string, Uint8Array]>(select, [ledger]);
  return row && { origin: row[0], verifierKey: row[1], secret: row[2] };
}

/** Makes the ledger, unless it is there. To be called inside a transaction. */
export function insertIdentity(connection: Connection, { origin, verifierKey, secret }: LedgerIdentity): void {
  if (connection.run(insert, [ledger, origin, verifierKey, secret]) === 0) return;
  connection.run(insertHead, [ledger]);
  connection.run(insertProjected, [ledger, projectionVersion]);
}
