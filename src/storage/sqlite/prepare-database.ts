import type { Connection } from './connection.ts';
import { applicationId } from './inspect-file.ts';
import { latestVersion, migrate, refuseNewer, schemaVersion } from './migrations/migrate.ts';
import { defineTables, outdatedTables } from './read-models/define-tables.ts';
import { retryWhileLocked } from './retry-while-locked.ts';
import { inTransaction } from './sessions.ts';

export const settings = [
  ['journal_mode', 'WAL'],
  // An acknowledged commit survives a loss of power.
  ['synchronous', 'FULL'],
  ['foreign_keys', 'ON'],
  // What is erased is overwritten.
  ['secure_delete', 'ON'],
  // A batch of 256 facts changes some 600 pages: they fit into the cache (20 MB), and are not moved into the file after each one.
  ['cache_size', -20_000],
  ['wal_autocheckpoint', 4000],
] as const;

/** Makes a connection ready to write: its settings, and every table of this version. */
export async function prepareDatabase(connection: Connection, path: string, waitMs: number): Promise<void> {
  const ready = await retryWhileLocked(() => {
    configure(connection);
    refuseNewer(schemaVersion(connection), path);
    return isPrepared(connection);
  }, waitMs);
  if (ready) return;
  await inTransaction(connection, waitMs, async () => {
    migrate(connection);
    defineTables(connection);
  });
}

function configure(connection: Connection): void {
  const [id] = connection.get<[number]>('PRAGMA application_id') ?? [0];
  // Before there is a write-ahead log, so that the file itself says from the first moment whose it is.
  if (id === 0) connection.execute(`PRAGMA application_id = ${applicationId}`);
  for (const [setting, value] of settings) connection.execute(`PRAGMA ${setting} = ${value}`);
}

function isPrepared(connection: Connection): boolean {
  return schemaVersion(connection) === latestVersion && outdatedTables(connection).length === 0;
}
