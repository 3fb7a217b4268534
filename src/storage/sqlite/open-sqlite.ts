import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasCode, LedgerError } from '../../domain/errors.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { Connection } from './connection.ts';
import { FileSessions } from './file-sessions.ts';
import { holdsLedger, immutable } from './inspect-file.ts';
import { MemorySessions } from './memory-sessions.ts';
import { latestVersion, schemaVersion } from './migrations/migrate.ts';
import { prepareDatabase } from './prepare-database.ts';
import { SqliteStore } from './sqlite-store.ts';

/** The size of the shared index of a write-ahead log (https://sqlite.org/walformat.html §2.1) that anybody uses. */
const smallestIndexBytes = 32_768;

export interface SqliteOptions {
  /** `create` makes the database when there is none, `open` does not, `read` changes nothing and cannot record. */
  readonly mode: 'create' | 'open' | 'read';
  /** How long to wait for the locks of other processes, in milliseconds; this one can do other things meanwhile. */
  readonly busyWaitMs?: number | undefined;
}

/**
 * Opens the database in a file, or one in memory when `path` is `:memory:`. Any number of processes may have a file open.
 * @throws LedgerError `storage` when there is none, or the file is not one of ours, or it cannot be opened; `overloaded` when others
 * have it locked for longer than `busyWaitMs`.
 */
export async function openSqlite(path: string, { mode, busyWaitMs = 30_000 }: SqliteOptions): Promise<LedgerStore> {
  if (path === ':memory:') {
    return new SqliteStore(new MemorySessions(await openWriter(path, 'the database in memory', 0)));
  }
  const file = resolve(path);
  if (!(await holdsLedger(file, path, busyWaitMs)) && mode !== 'create') throw noLedger(path);
  const writer = mode === 'read' ? undefined : await openWriter(file, path, busyWaitMs);
  return new SqliteStore(
    new FileSessions({ path, writer, openReader: () => openReader(file, path), waitMs: busyWaitMs }),
  );
}

async function openWriter(location: string, path: string, waitMs: number): Promise<Connection> {
  const connection = new Connection(location, path);
  try {
    await prepareDatabase(connection, path, waitMs);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Opens a file to read; also one in a folder where SQLite cannot make the files by which it locks it, because nothing may be written
 * there or the disk is full: then nobody can be writing, and as long as no write-ahead log is there the file holds everything.
 */
function openReader(file: string, path: string): Connection {
  try {
    return openLatest(file, path);
  } catch (error) {
    const isWhole = !statSync(`${file}-wal`, { throwIfNoEntry: false })?.size;
    if (!isWhole || isOpenElsewhere(file) || !hasCode(error, 'storage')) throw error;
    return openLatest(immutable(file), path);
  }
}

/** On a full disk, trying to open the file leaves the beginning of a shared index behind. */
function isOpenElsewhere(file: string): boolean {
  const index = statSync(`${file}-shm`, { throwIfNoEntry: false });
  return index !== undefined && index.size >= smallestIndexBytes;
}

function openLatest(location: string | URL, path: string): Connection {
  const connection = new Connection(location, path, { readOnly: true });
  try {
    if (schemaVersion(connection) === latestVersion) return connection;
    throw new LedgerError('storage', `${path} was made by an older version of this program`, {
      hint: 'upgrade it by a command that may write to it, such as: deploy-ledger init',
    });
  } catch (error) {
    connection.close();
    throw error;
  }
}

function noLedger(path: string): LedgerError {
  return new LedgerError('storage', `there is no ledger in ${path}`, {
    hint: `make one with: deploy-ledger init --database ${path}`,
  });
}
