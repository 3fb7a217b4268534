import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LedgerError } from '../../domain/errors.ts';
import { Connection } from './connection.ts';
import { refuseNewer, schemaVersion } from './migrations/migrate.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

/** Stands in the header of our databases, `DLGR` (https://sqlite.org/fileformat2.html#application_id). */
export const applicationId = 0x444c4752;

/**
 * Whether a file holds a database of ours, found out without as much as a lock on it, if that can be; messages call it `path`.
 * @throws LedgerError `storage` when it is no SQLite database, one of another program, or one of a newer version of this.
 */
export async function holdsLedger(file: string, path: string, waitMs: number): Promise<boolean> {
  if (!existsSync(file)) return false;
  if (statSync(file).isDirectory()) {
    throw new LedgerError('storage', `${path} is a folder`, {
      hint: `name a file in it: ${join(path, 'deployments.db')}`,
    });
  }
  // Through SQLite, since a file that this process closed by itself would lose the locks of its other connections to it
  // (https://sqlite.org/howtocorrupt.html §2.2); as immutable, so that SQLite neither locks it nor makes files beside it.
  try {
    return isLedger(immutable(file), path);
  } catch (error) {
    if (!(error instanceof LedgerError) || error.cause === undefined) throw error;
    // While a write-ahead log is being moved into it, or after a full disk interrupted that, the file alone can look damaged.
    return retryWhileLocked(() => isLedger(file, path), waitMs);
  }
}

function isLedger(location: string | URL, path: string): boolean {
  const connection = new Connection(location, path, { readOnly: true });
  try {
    const [pages] = connection.get<[number]>('PRAGMA page_count') ?? [0];
    if (pages === 0) return false;
    const [id] = connection.get<[number]>('PRAGMA application_id') ?? [0];
    if (id !== applicationId) {
      throw new LedgerError('storage', `${path} is the database of another program`, {
        hint: 'name another file; this one was left as it is',
      });
    }
    refuseNewer(schemaVersion(connection), path);
    return true;
  } finally {
    connection.close();
  }
}

/** The address of a file that nobody changes while it is open. */
export function immutable(path: string): URL {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  return url;
}
