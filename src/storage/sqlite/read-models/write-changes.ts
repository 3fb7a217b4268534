import type { ClosedRow, OpenedRow, RowChange } from '../../../projections/read-store.ts';
import type { TableName } from '../../../projections/rows.ts';
import { projectionVersion, tableNames } from '../../../projections/tables.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { mappedTables } from './mapped-tables.ts';

export function writeChanges(connection: Connection, changes: readonly RowChange[]): void {
  for (const change of changes) writeChange(connection, change);
}

function writeChange<Name extends TableName>(connection: Connection, change: OpenedRow<Name> | ClosedRow<Name>): void {
  const table = mappedTables[change.table];
  if ('opened' in change) connection.run(table.insert, [ledger, ...table.encode(change.opened)]);
  else connection.run(table.end, [change.knownTo, ledger, ...table.encodeKey(change.closed)]);
}

export function clearReadModels(connection: Connection): void {
  const isAlone = connection.get('SELECT 1 FROM ledgers WHERE ledger <> ?', [ledger]) === undefined;
  for (const name of tableNames) {
    // Without a condition SQLite empties a table as a whole, not row by row.
    if (isAlone) connection.run(`DELETE FROM ${name}`, []);
    else connection.run(`DELETE FROM ${name} WHERE ledger = ?`, [ledger]);
  }
  connection.run('DELETE FROM projected WHERE ledger = ?', [ledger]);
}

/** Says that the read models hold what the log folds to. */
export function markProjected(connection: Connection): void {
  connection.run('INSERT OR REPLACE INTO projected (ledger, version) VALUES (?, ?)', [ledger, projectionVersion]);
}

/** Whether there is a ledger whose read models were not made by this version of the folds. */
export function isStale(connection: Connection): boolean {
  const sql = `SELECT 1 FROM ledgers LEFT JOIN projected USING (ledger) WHERE ledger = ? AND version IS NOT ?`;
  return connection.get(sql, [ledger, projectionVersion]) !== undefined;
}
