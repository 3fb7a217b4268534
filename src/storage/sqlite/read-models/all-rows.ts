import type { TableName, Tables } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import type { MappedTable } from './mapped-tables.ts';

/** The next rows of a read model behind the last one, by key and knownFrom. */
export function readRowsAfter<Name extends TableName>(
  connection: Connection,
  table: MappedTable<Name>,
  last: Tables[Name] | undefined,
): Tables[Name][] {
  const order = table.keyColumns.join(', ');
  const after = last === undefined ? '' : ` AND (${order}) > (${table.keyColumns.map(() => '?').join(', ')})`;
  const sql = `SELECT ${table.columns} FROM ${table.name} WHERE ledger = ?${after} ORDER BY ${order} LIMIT 256`;
  const values = last === undefined ? [] : table.encodeKey(last);
  return connection.all(sql, [ledger, ...values]).map((row) => table.decodeStrictly(row));
}
