import type { TableName } from '../../../projections/rows.ts';
import { type ColumnType, type TableSpec, tableNames, tables } from '../../../projections/tables.ts';
import type { Connection } from '../connection.ts';
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

const selectDefinition = 'SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rowid';

/**
 * Gives each read model the table that its spec asks for. One of any other shape goes, with everything in it: it can be folded from
 * the log again, and must be before it is read.
 */
export function defineTables(connection: Connection): void {
  const outdated = tableNames.filter((name) => !isDefined(connection, name));
  for (const name of outdated) connection.execute([`DROP TABLE IF EXISTS ${name}`, ...definition(name)].join(';\n'));
  if (outdated.length > 0) connection.execute('DELETE FROM projected');
}

function isDefined(connection: Connection, name: TableName): boolean {
  const existing = connection.all<[string]>(selectDefinition, [name]).map(([sql]) => sql);
  return existing.join(';\n') === definition(name).join(';\n');
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
