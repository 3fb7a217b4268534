import type { Knowledge } from '../../../projections/read-store.ts';
import type { EnvironmentRow, ServiceRow, Tables } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { Conditions } from './conditions.ts';
import { type MappedTable, mappedTables } from './mapped-tables.ts';

export function readServices(connection: Connection, knowledge?: Knowledge): ServiceRow[] {
  return readByName(connection, mappedTables.services, knowledge);
}

export function readEnvironments(connection: Connection, knowledge?: Knowledge): EnvironmentRow[] {
  return readByName(connection, mappedTables.environments, knowledge);
}

function readByName<Name extends 'services' | 'environments'>(
  connection: Connection,
  table: MappedTable<Name>,
  knowledge?: Knowledge,
): Tables[Name][] {
  const where = new Conditions<Tables[Name]>().known(knowledge?.knownAt);
  const sql = `SELECT ${table.columns} FROM ${table.name} WHERE ledger = ?${where.sql} ORDER BY name`;
  return connection.all(sql, [ledger, ...where.values]).map((row) => table.decode(row));
}
