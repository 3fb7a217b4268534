import type { Opening } from '../../../ledger/log-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

const columns = '"index", path, salt, value';
type Row = [index: number, path: string, salt: Uint8Array, value: string];

const insert = `INSERT INTO openings (ledger, ${columns}) VALUES (?, ?, ?, ?, ?)`;
const isThere = 'salt <> zeroblob(32)';
const selectOfFact = `SELECT ${columns} FROM openings WHERE ledger = ? AND "index" = ? AND ${isThere} ORDER BY path`;
const selectPage = `SELECT ${columns} FROM openings
  WHERE ledger = ? AND ("index", path) > (?, ?) AND "index" < ? AND ${isThere} ORDER BY "index", path LIMIT 256`;
// Zeros of the same length overwrite the row where it is; a row that was deleted would make SQLite move others (see 001-log.ts).
const erase = `UPDATE openings SET salt = zeroblob(32), value = CAST(zeroblob(octet_length(value)) AS TEXT)
  WHERE ledger = ? AND "index" = ? AND path = ?`;

export function insertOpenings(connection: Connection, openings: readonly Opening[]): void {
  for (const { index, path, salt, value } of openings) connection.run(insert, [ledger, index, path, salt, value]);
}

export function readOpeningsOf(connection: Connection, indexes: readonly number[]): Opening[] {
  const inOrder = [...new Set(indexes)].sort((a, b) => a - b);
  return inOrder.flatMap((index) => connection.all<Row>(selectOfFact, [ledger, index]).map(openingOf));
}

/** The next openings of facts `from` ≤ index < `to`, by index and path. */
export function readOpeningsAfter(
  connection: Connection,
  last: Opening | undefined,
  from: number,
  to: number,
): Opening[] {
  const after = last === undefined ? [from - 0.5, ''] : [last.index, last.path];
  return connection.all<Row>(selectPage, [ledger, ...after, to]).map(openingOf);
}

export function eraseOpenings(
  connection: Connection,
  openings: readonly { readonly index: number; readonly path: string }[],
): void {
  for (const { index, path } of openings) connection.run(erase, [ledger, index, path]);
}

function openingOf([index, path, salt, value]: Row): Opening {
  return { index, path, salt, value };
}
