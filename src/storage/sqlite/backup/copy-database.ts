import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LedgerError } from '../../../domain/errors.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import { Connection } from '../connection.ts';
import { holdsLedger } from '../inspect-file.ts';
import { openSqlite } from '../open-sqlite.ts';
import { retryWhileLocked } from '../retry-while-locked.ts';

const waitMs = 30_000;
/** What SQLite keeps beside a database that is open; left over, it would be applied to another one of that name. */
const besides = ['-wal', '-journal', '-shm'];

/**
 * Writes a copy of a ledger, as it was at one moment, into a new file, as a whole or not at all: it gets its name when `check` has gone
 * through. Others may be recording meanwhile. Nothing that was erased is in it, and memory does not grow with the ledger.
 * @throws LedgerError `conflict` when the new file is there already, `storage`; whatever `check` throws.
 */
export async function copyDatabase<Result>(
  from: string,
  to: string,
  check: (copy: LedgerStore) => Promise<Result>,
): Promise<Result> {
  const [source, target] = [resolve(from), resolve(to)];
  if (!(await holdsLedger(source, from, waitMs))) {
    throw new LedgerError('storage', `there is no ledger in ${from}`, { hint: 'name the file of one' });
  }
  reserve(target, to);
  const part = `${target}.${process.pid}.part`;
  try {
    inStorage(to, () => makeEmpty(part));
    await vacuumInto(source, from, part);
    const result = await checked(part, check);
    inStorage(to, () => {
      sync(part);
      renameSync(part, target);
      sync(dirname(target));
    });
    return result;
  } catch (error) {
    for (const path of [target, part, ...besides.map((end) => part + end)]) rmSync(path, { force: true });
    throw error;
  }
}

/** Takes the name, so that nobody else can. */
function reserve(file: string, path: string): void {
  const taken = ['', ...besides].find((end) => statSync(file + end, { throwIfNoEntry: false }) !== undefined);
  if (taken !== undefined) {
    throw new LedgerError('conflict', `${path}${taken} is there already; it was left as it is`, {
      hint: 'name another file, or move that one away',
    });
  }
  inStorage(path, () => makeEmpty(file));
}

/** A ledger holds what only its owner may read. */
function makeEmpty(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

/** SQLite writes what one moment's commits had made of the database, packed (https://sqlite.org/lang_vacuum.html#vacuuminto). */
async function vacuumInto(source: string, path: string, part: string): Promise<void> {
  const connection = new Connection(source, path, { readOnly: true });
  try {
    await retryWhileLocked(() => connection.run('VACUUM INTO ?', [part]), waitMs);
  } finally {
    connection.close();
  }
}

/** Opens the copy, which brings it to this program's version, and leaves it as one file. */
async function checked<Result>(part: string, check: (copy: LedgerStore) => Promise<Result>): Promise<Result> {
  const copy = await openSqlite(part, { mode: 'open' });
  let result: Result;
  try {
    result = await check(copy);
  } finally {
    await copy.close();
  }
  if (statSync(`${part}-wal`, { throwIfNoEntry: false })?.size) throw new Error(`${part} was not closed as one file`);
  for (const end of besides) rmSync(part + end, { force: true });
  return result;
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
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
      hint: 'check that its folder exists, that you may write to it and that there is room',
      cause,
    });
  }
}
