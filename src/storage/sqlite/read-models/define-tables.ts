import type { TableName } from '../../../projections/rows.ts';
import { type ColumnType, type TableSpec, tableNames, tables } from '../../../projections/tables.ts';
import type { Connection } from '../connection.ts';
import { longDeploymentsIndex } from './as-of.ts';
import { columnName, columnNames, snakeCase } from './column-name.ts';

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT NOT NULL',
  'text?': 'TEXT',
  integer: 'INTEGER NOT NULL',
  'integer?': 'INTEGER',
  boolean: 'INTEGER NOT NULL',
  'boolean?': 'INTEGER',
  json: 'TEXT NOT NULL',
};

const selectDefinitions = 'SELECT tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid';

/** The read models whose tables are not what their specs ask for. */
export function outdatedTables(connection: Connection): TableName[] {
  const existing = connection.all<[string, string]>(selectDefinitions);
  return tableNames.filter((name) => {
    const statements = existing.filter(([table]) => table === name).map(([, sql]) => sql);
    return statements.join(';') !== definition(name).join(';');
  });
}

/**
 * Gives each read model the table that its spec asks for. One of another shape goes, with everything in it: it can be folded from the
 * log again, and must be before it is read.
 */
export function defineTables(connection: Connection): void {
  const outdated = outdatedTables(connection);
  for (const name of outdated) connection.execute([`DROP TABLE IF EXISTS ${name}`, ...definition(name)].join(';'));
  if (outdated.length > 0) connection.execute('DELETE FROM projected');
}

/** The statements that make a read model's table and its indexes, as SQLite keeps them. */
function definition(name: TableName): string[] {
  const { columns, key, indexes, currentIndexes = [] }: TableSpec<never> = tables[name];
  const fields = Object.entries<ColumnType>(columns).map(([field, type]) => `${columnName(field)} ${sqlTypes[type]}`);
  const primaryKey = columnNames(['ledger', ...key, 'knownFrom']);
  return [
    `CREATE TABLE ${name} (ledger INTEGER NOT NULL, ${fields.join(', ')}, PRIMARY KEY (${primaryKey})) STRICT`,
    ...indexes.map((fields) => defineIndex(name, fields, wherePresent(columns, fields[0]))),
    ...currentIndexes.map((fields) => defineIndex(name, fields, ' WHERE known_to IS NULL')),
    ...(name === 'deployments' ? [longDeploymentsIndex] : []),
  ];
}

/** With knownFrom in it, an index passes over what was not yet known without a look at the row. */
function defineIndex(name: TableName, fields: readonly string[], where: string): string {
  const indexed = ['ledger', ...fields, ...(fields.includes('knownFrom') ? [] : ['knownFrom'])];
  const indexName = [name, 'by', ...fields.map(snakeCase)].join('_');
  return `CREATE INDEX ${indexName} ON ${name} (${columnNames(indexed)})${where}`;
}

/** An index of a field that is mostly absent need not list the rows that lack it. */
function wherePresent(columns: Readonly<Record<string, ColumnType>>, field = ''): string {
  return columns[field]?.endsWith('?') ? ` WHERE ${columnName(field)} IS NOT NULL` : '';
}
