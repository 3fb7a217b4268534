import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { LedgerError } from '../../../domain/errors.ts';
import { Connection, type SqlRow } from '../connection.ts';
import { applicationId, immutable } from '../inspect-file.ts';
import { views } from './views.ts';

/** A table to be written: its rows are read once. */
export interface DatabaseTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'text' | 'integer' }[];
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  readonly rows: AsyncIterable<SqlRow>;
}

/** Stands in the header of what is written here, `DLGX`, so that nobody takes it for a ledger. */
const exportId = 0x444c4758;

/**
 * Writes tables, and views over them, into a database file of its own, as a whole or not at all: what was there before stays until the
 * new one is complete and on the disk. Memory does not grow with the rows.
 * @throws LedgerError `conflict` when the file is a ledger or somebody has it open, `storage` when it cannot be written.
 */
export async function writeDatabase(path: string, tables: readonly DatabaseTable[]): Promise<void> {
  const file = resolve(path);
  refuseLedger(file, path);
  const part = `${file}.${process.pid}.part`;
  try {
    rmSync(part, { force: true });
    await fill(part, path, tables);
    inStorage(path, () => {
      syncFile(part);
      renameSync(part, file);
    });
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

async function fill(part: string, path: string, tables: readonly DatabaseTable[]): Promise<void> {
  const connection = new Connection(part, path);
  try {
    // Nobody sees the file before it is complete, so there is nothing that a journal or a sync would have to save.
    connection.execute(
      `PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA application_id = ${exportId}; BEGIN`,
    );
    for (const table of tables) await fillTable(connection, table);
    for (const view of views) connection.execute(view);
    connection.execute('COMMIT; ANALYZE');
  } finally {
    connection.close();
  }
}

async function fillTable(connection: Connection, { name, columns, key, indexes, rows }: DatabaseTable): Promise<void> {
  const primaryKey = key.length === 0 ? '' : `, PRIMARY KEY (${quoted(key)})`;
  const fields = columns.map((column) => `${quoted([column.name])} ${column.type.toUpperCase()}`).join(', ');
  connection.execute(`CREATE TABLE ${quoted([name])} (${fields}${primaryKey}) STRICT`);
  const insert = `INSERT INTO ${quoted([name])} VALUES (${columns.map(() => '?').join(', ')})`;
  for await (const row of rows) connection.run(insert, row);
  for (const index of indexes) {
    connection.execute(
      `CREATE INDEX ${quoted([`${name}_by_${index.join('_')}`])} ON ${quoted([name])} (${quoted(index)})`,
    );
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
}

/** A ledger must not be lost to a slip of the hand; and a write-ahead log beside the file would be applied to the new one. */
function refuseLedger(file: string, path: string): void {
  const size = (name: string) => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new LedgerError('invalid', `${path} is a folder`, { hint: 'name a file with --output' });
  }
  if (size(`${file}-wal`) > 0 || size(`${file}-journal`) > 0) {
    throw new LedgerError('conflict', `another program is writing to ${path}`, {
      hint: 'name another file with --output',
    });
  }
  if (size(file) > 0 && applicationOf(file, path) === applicationId) {
    throw new LedgerError('conflict', `${path} is a ledger; it was left as it is`, {
      hint: 'name another file with --output',
    });
  }
}

/** The application that a database belongs to; undefined for a file that is none. */
function applicationOf(file: string, path: string): number | undefined {
  try {
    const connection = new Connection(immutable(file), path, { readOnly: true });
    try {
      return connection.get<[number]>('PRAGMA application_id')?.[0];
    } finally {
      connection.close();
    }
  } catch (error) {
    if (error instanceof LedgerError) return undefined;
    throw error;
  }
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function inStorage(path: string, act: () => void): void {
  try {
    act();
  } catch (cause) {
    throw new LedgerError('storage', `cannot write ${path}: ${cause instanceof Error ? cause.message : cause}`, {
      hint: 'choose another place with --output',
      cause,
    });
  }
}
