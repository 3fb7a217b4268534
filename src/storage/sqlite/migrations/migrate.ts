import { LedgerError } from '../../../domain/errors.ts';
import type { Connection } from '../connection.ts';
import { log001 } from './001-log.ts';
import { tokens002 } from './002-tokens.ts';
import { deliveries003 } from './003-deliveries.ts';
import { tileRoots004 } from './004-tile-roots.ts';
import { positions005 } from './005-positions.ts';

/** In the order in which they were added; the version of a database is how many of them it went through. */
const migrations = [log001, tokens002, deliveries003, tileRoots004, positions005];

/** The version of the databases that this program writes. */
export const latestVersion = migrations.length;

/** Brings a database to the latest version. To be called inside a transaction. */
export function migrate(connection: Connection): void {
  const version = schemaVersion(connection);
  if (version === latestVersion) return;
  for (const migration of migrations.slice(version)) connection.execute(migration);
  connection.execute(`PRAGMA user_version = ${latestVersion}`);
}

export function schemaVersion(connection: Connection): number {
  const [version] = connection.get<[number]>('PRAGMA user_version') ?? [0];
  return version;
}

/** Writes the page of the database's version as it is: unlike rows, SQLite does so even when nothing differs. */
export function rewriteVersion(connection: Connection): void {
  connection.execute(`PRAGMA user_version = ${schemaVersion(connection)}`);
}

/** @throws LedgerError `storage` when a newer program made the database: this one would not know what it does to it. */
export function refuseNewer(version: number, path: string): void {
  if (version <= latestVersion) return;
  const versions = `its schema is of version ${version}, this program knows ${latestVersion}`;
  throw new LedgerError('storage', `${path} was made by a newer version of this program: ${versions}`, {
    hint: 'upgrade with: npm install --global deploy-ledger@latest',
  });
}
