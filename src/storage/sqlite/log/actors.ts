import type { Actor } from '../../../ledger/log-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

type Row = [actor: string, name: string];

const insert = 'INSERT INTO actors (ledger, actor, name) VALUES (?, ?, ?)';
const selectNamed = 'SELECT actor, name FROM actors WHERE ledger = ? AND name = ? ORDER BY actor';
const selectOne = 'SELECT actor, name FROM actors WHERE ledger = ? AND actor = ?';
const erase = 'DELETE FROM actors WHERE ledger = ? AND actor = ?';

export function insertActors(connection: Connection, actors: readonly Actor[]): void {
  for (const { actor, name } of actors) connection.run(insert, [ledger, actor, name]);
}

export function readActorsNamed(connection: Connection, names: readonly string[]): Actor[] {
  return readEach(connection, selectNamed, names);
}

export function readActors(connection: Connection, refs: readonly string[]): Actor[] {
  return readEach(connection, selectOne, refs);
}

export function eraseActors(connection: Connection, refs: readonly string[]): void {
  for (const ref of refs) connection.run(erase, [ledger, ref]);
}

function readEach(connection: Connection, sql: string, values: readonly string[]): Actor[] {
  const rows = [...new Set(values)].flatMap((value) => connection.all<Row>(sql, [ledger, value]));
  return rows.map(([actor, name]) => ({ actor, name }));
}
