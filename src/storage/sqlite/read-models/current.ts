import type { TableName, Tables } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { columnName } from './column-name.ts';
import { type MappedTable, mappedTables } from './mapped-tables.ts';

type ReadCurrent<Name extends TableName> = (connection: Connection, values: readonly string[]) => Tables[Name][];

export const readCurrentDeployments = currentBy(mappedTables.deployments, 'id');
export const readCurrentTargets = currentBy(mappedTables.deployments, 'parentId');
export const readCurrentIncidents = currentBy(mappedTables.incidents, 'id');
export const readCurrentServices = currentBy(mappedTables.services, 'name');
export const readCurrentRollbacks = currentBy(mappedTables.rollbacks, 'id');

/** Reads the rows that hold now and have one of some values in a field: one look-up for each value. */
function currentBy<Name extends TableName>(
  table: MappedTable<Name>,
  field: keyof Tables[Name] & string,
): ReadCurrent<Name> {
  const where = `ledger = ? AND ${columnName(field)} = ? AND known_to IS NULL`;
  const sql = `SELECT ${table.columns} FROM ${table.name} WHERE ${where}`;
  return (connection, values) => {
    const rows = [...new Set(values)].flatMap((value) => connection.all(sql, [ledger, value]));
    return rows.map((row) => table.decode(row));
  };
}
