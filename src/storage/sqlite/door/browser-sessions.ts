import type { SessionRow } from '../../../projections/token-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

const insert = 'INSERT INTO browser_sessions (ledger, hash, token, expires_ms) VALUES (?, ?, ?, ?)';
const select = 'SELECT token, expires_ms FROM browser_sessions WHERE ledger = ? AND hash = ?';
const deleteOne = 'DELETE FROM browser_sessions WHERE ledger = ? AND hash = ?';
const deleteExpired = 'DELETE FROM browser_sessions WHERE ledger = ? AND expires_ms <= ?';

export function insertBrowserSession(connection: Connection, { hash, token, expiresMs }: SessionRow): void {
  connection.run(insert, [ledger, hash, token, expiresMs]);
}

export function readBrowserSession(connection: Connection, hash: Uint8Array): SessionRow | undefined {
  const row = connection.get<[token: string, expiresMs: number]>(select, [ledger, hash]);
  return row && { hash, token: row[0], expiresMs: row[1] };
}

export function deleteBrowserSession(connection: Connection, hash: Uint8Array): void {
  connection.run(deleteOne, [ledger, hash]);
}

export function deleteExpiredSessions(connection: Connection, nowMs: number): void {
  connection.run(deleteExpired, [ledger, nowMs]);
}
