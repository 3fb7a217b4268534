import { type ErrorCode, LedgerError } from '../../domain/errors.ts';

interface Failure {
  readonly code: ErrorCode;
  /** What is wrong, with the database's place in front. */
  readonly says: string;
  readonly hint: string;
}

const unopenable: Failure = {
  code: 'storage',
  says: 'cannot be opened',
  hint: 'check that its folder exists and that you may read and write it',
};
const locked: Failure = {
  code: 'overloaded',
  says: 'is locked by another process',
  hint: 'try again in a moment; if it stays locked, look for the process that holds it',
};

const full: Failure = {
  code: 'storage',
  says: 'is on a disk that is full',
  hint: 'free some space; what is recorded can still be read',
};

/** By SQLite's result code, the primary one unless it is too vague (https://sqlite.org/rescode.html): what people can do something about. */
const failures: ReadonlyMap<number, Failure> = new Map([
  [3, unopenable],
  [5, locked],
  [6, locked],
  [8, { code: 'storage', says: 'cannot be written', hint: 'make the file and its folder writable' }],
  [10, { code: 'storage', says: 'cannot be read or written', hint: 'check the disk that holds it' }],
  [11, { code: 'storage', says: 'is damaged', hint: 'keep a copy of it and restore a backup' }],
  [13, full],
  [14, unopenable],
  [23, unopenable],
  [26, { code: 'storage', says: 'is not a SQLite database', hint: 'name another file; this one was left as it is' }],
  // There is no room for the index of the write-ahead log.
  [4874, full],
]);

/** The driver for Node 20 gives no code with what goes wrong in the midst of rows: then SQLite's words have to do. */
const codes: ReadonlyMap<string, number> = new Map([
  ['database is locked', 5],
  ['disk I/O error', 10],
  ['database disk image is malformed', 11],
  ['unable to open database file', 14],
]);

/**
 * What an error of SQLite means to people: a LedgerError `storage` or `overloaded` that names the database's place. Every other
 * error, a broken statement for one, is a defect and stays as it is.
 */
export function storageError(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return error;
  const result = 'errcode' in error ? Number(error.errcode) : (codes.get(error.message) ?? 0);
  const failure = failures.get(result) ?? failures.get(result & 0xff);
  if (failure === undefined) return error;
  const { code, says, hint } = failure;
  return new LedgerError(code, `${place} ${says} (${error.message})`, { hint, cause: error });
}
