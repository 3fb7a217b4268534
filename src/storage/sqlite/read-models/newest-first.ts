import type { Page } from '../../../projections/read-store.ts';
import type { TableName, Tables } from '../../../projections/rows.ts';
import type { Connection, SqlRow } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { columnName } from './column-name.ts';
import type { Conditions } from './conditions.ts';
import type { MappedTable } from './mapped-tables.ts';

/** A read model that is listed by time. */
export interface Listing<Name extends TableName> {
  readonly table: MappedTable<Name>;
  /** The field that holds the time. */
  readonly time: keyof Tables[Name] & string;
}

/** Environments, as a query of one column. */
export interface Environments {
  readonly sql: string;
  readonly values: SqlRow;
}

/**
 * Where the rows of a page are looked for: along the time until there are enough; among the `few` that meet a condition with an index,
 * or whose `rowids` a condition lists, all of which are then sorted; or along the time in each of some environments, since an index has
 * the rows of one of them in order, never those of several.
 */
export type Search = 'along the time' | 'few' | 'rowids' | Environments;

/** A page of the rows that meet the conditions, newest first unless the page says otherwise. */
export function newestFirst<Name extends TableName>(
  connection: Connection,
  { table, time }: Listing<Name>,
  where: Conditions<Tables[Name]>,
  { limit = -1, after, oldestFirst = false }: Page = {},
  search: Search = 'along the time',
): Tables[Name][] {
  const at = columnName(time);
  if (after !== undefined) where.add(`(${at}, id) ${oldestFirst ? '>' : '<'} (?, ?)`, [after.atMs, after.id]);
  const order = (by: string) =>
    `ORDER BY ${by} ${oldestFirst ? 'ASC' : 'DESC'}, id ${oldestFirst ? 'ASC' : 'DESC'} LIMIT ?`;
  const among = `WHERE ledger = ?${where.sql}`;
  const values = [ledger, ...where.values, limit];
  const rows =
    typeof search === 'object'
      ? connection.all(inEach(search, table, among, order(at)), [...search.values, ...values, limit])
      : connection.all(`SELECT ${table.columns} FROM ${table.name} ${ending(search, among, at, order)}`, values);
  return rows.map((row) => table.decode(row));
}

function ending(
  search: Exclude<Search, Environments>,
  among: string,
  at: string,
  order: (by: string) => string,
): string {
  if (search === 'along the time') return `${among} ${order(at)}`;
  // SQLite would rather walk along the time than sort, so it is asked for an order that no index has.
  return `${search === 'rowids' ? 'NOT INDEXED ' : ''}${among} ${order(`+${at}`)}`;
}

function inEach(
  { sql }: Environments,
  { name, columns }: { readonly name: string; readonly columns: string },
  among: string,
  order: string,
): string {
  const rowids = `SELECT rowid FROM ${name} ${among} AND environment = place ${order}`;
  return `WITH RECURSIVE places(place) AS (${sql})
    SELECT ${columns} FROM places CROSS JOIN ${name} ON ${name}.rowid IN (${rowids}) ${order}`;
}

export function environmentsNamed(names: readonly string[]): Environments {
  return { sql: 'SELECT DISTINCT value FROM json_each(?)', values: [JSON.stringify(names)] };
}

/** The environments in which a read model has rows of a service: one look-up in the index for each. */
export function environmentsOf(table: TableName, service: string): Environments {
  const first = `SELECT min(environment) FROM ${table} WHERE ledger = ? AND service = ?`;
  return {
    sql: `${first} UNION ALL SELECT (${first} AND environment > place) FROM places WHERE place IS NOT NULL`,
    values: [ledger, service, ledger, service],
  };
}
