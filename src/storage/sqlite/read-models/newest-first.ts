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
 * A page of the rows that meet the conditions, newest first. Where `environments` are given, it is taken from the newest rows of each
 * of them: an index gives those of one environment in order, never those of several.
 */
export function newestFirst<Name extends TableName>(
  connection: Connection,
  { table, time }: Listing<Name>,
  where: Conditions<Tables[Name]>,
  { limit = -1, after }: Page = {},
  environments?: Environments,
): Tables[Name][] {
  const order = `ORDER BY ${columnName(time)} DESC, id DESC LIMIT ?`;
  if (after !== undefined) where.add(`(${columnName(time)}, id) < (?, ?)`, [after.atMs, after.id]);
  const among = `FROM ${table.name} WHERE ledger = ?${where.sql}`;
  const values = [ledger, ...where.values, limit];
  const rows =
    environments === undefined
      ? connection.all(`SELECT ${table.columns} ${among} ${order}`, values)
      : connection.all(
          `WITH RECURSIVE places(place) AS (${environments.sql}) SELECT ${table.columns} FROM places CROSS JOIN ${table.name}
           ON ${table.name}.rowid IN (SELECT rowid ${among} AND environment = place ${order}) ${order}`,
          [...environments.values, ...values, limit],
        );
  return rows.map((row) => table.decode(row));
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
