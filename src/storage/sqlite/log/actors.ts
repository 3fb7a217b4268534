import type { Actor } from '../../../ledger/log-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

type Row = [actor: string, name: string];

const insert = 'INSERT INTO actors (ledger, actor, name) VALUES (?, ?, ?)';
const selectNamed = 'SELECT actor, name FROM actors WHERE ledger = ? AND name = ? ORDER BY actor';
const selectOne = 'SELECT actor, name FROM actors WHERE ledger = ? AND actor = ?';
const selectPage = 'SELECT actor, name FROM actors WHERE ledger = ? AND actor > ? ORDER BY actor LIMIT 256';
const erase = 'DELETE FROM actors WHERE ledger = ? AND actor = ?';
const selectAll = 'SELECT ledger, actor, name FROM actors';

export function insertActors(connection: Connection, actors: readonly Actor[]): void {
  for (const { actor, name } of actors) connection.run(insert, [ledger, actor, name]);
}

export function readActorsNamed(connection: Connection, names: readonly string[]): Actor[] {
  return readEach(connection, selectNamed, names);
}

export function readActors(connection: Connection, refs: readonly string[]): Actor[] {
  return readEach(connection, selectOne, refs);
}

/** Writes the whole table again without them: a deleted row leaves copies behind wherever it once was (see 001-log.ts). */
/** The next persons by reference. */
export function readActorsAfter(connection: Connection, last: Actor | undefined): Actor[] {
  const rows = connection.all<Row>(selectPage, [ledger, last?.actor ?? '']);
  return rows.map(([actor, name]) => ({ actor, name }));
}

export function eraseActors(connection: Connection, refs: readonly string[]): void {
  if (refs.length === 0) return;
  for (const ref of refs) connection.run(erase, [ledger, ref]);
  const kept = connection.all(selectAll);
  connection.run('DELETE FROM actors', []);
  for (const row of kept) connection.run(insert, row);
}

function readEach(connection: Connection, sql: string, values: readonly string[]): Actor[] {
  const rows = [...new Set(values)].flatMap((value) => connection.all<Row>(sql, [ledger, value]));
  return rows.map(([actor, name]) => ({ actor, name }));
}
