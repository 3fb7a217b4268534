import { LedgerError } from '../../../domain/errors.ts';
import type { TableName, Tables } from '../../../projections/rows.ts';
import { type ColumnType, type TableSpec, tables } from '../../../projections/tables.ts';
import type { SqlRow, SqlValue } from '../connection.ts';
import { columnName, columnNames } from './column-name.ts';

/** A field of a read model and how its column keeps it. */
interface Field<Row> {
  readonly name: keyof Row & string;
  readonly type: ColumnType;
}

/** A read model and its table: the statements that write it, and the translation of its rows, whose columns are in the order of its spec. */
export class MappedTable<Name extends TableName> {
  readonly name: Name;
  /** The columns, for a SELECT whose rows are to be decoded. */
  readonly columns: string;
  /** The columns that identify a row. */
  readonly keyColumns: readonly string[];
  /** Inserts the ledger and an encoded row. */
  readonly insert: string;
  /** Sets `known_to` in the row of a ledger and an encoded key. */
  readonly end: string;
  readonly #fields: readonly Field<Tables[Name]>[];
  readonly #key: readonly Field<Tables[Name]>[];
  /** Every field without a value: objects that start as a copy of it stay fast, those that grow field by field do not. */
  readonly #blank: object;

  constructor(name: Name) {
    const { columns, key }: TableSpec<Tables[Name]> = tables[name];
    const names = Object.keys(columns) as (keyof Tables[Name] & string)[];
    const field = (name: keyof Tables[Name] & string): Field<Tables[Name]> => ({ name, type: columns[name] });
    this.#fields = names.map(field);
    this.#key = [...key, 'knownFrom' as const].map(field);
    this.#blank = Object.fromEntries(names.map((name) => [name, null]));
    this.name = name;
    this.columns = columnNames(names);
    this.keyColumns = this.#key.map(({ name }) => columnName(name));
    this.insert = `INSERT INTO ${name} (ledger, ${this.columns}) VALUES (?${', ?'.repeat(names.length)})`;
    this.end = `UPDATE ${name} SET known_to = ? WHERE (ledger, ${this.keyColumns.join(', ')}) = (?${', ?'.repeat(this.#key.length)})`;
  }

  encode(row: Tables[Name]): SqlValue[] {
    return this.#fields.map(({ name, type }) => encodeValue(row[name], type));
  }

  encodeKey(row: Tables[Name]): SqlValue[] {
    return this.#key.map(({ name, type }) => encodeValue(row[name], type));
  }

  decode(columns: SqlRow): Tables[Name] {
    const row: { [field: string]: unknown } = { ...this.#blank };
    let place = 0;
    for (const { name, type } of this.#fields) row[name] = decodeValue(columns[place++], type);
    return row as object as Tables[Name];
  }

  /**
   * Decodes a row of which nothing is taken for granted.
   * @throws LedgerError `invalid` when it is not, to the letter, what is written for any row.
   */
  decodeStrictly(columns: SqlRow): Tables[Name] {
    const wrong = this.#fields.findIndex(({ type }, place) => !isAsWritten(columns[place], type));
    if (wrong < 0) return this.decode(columns);
    const names = this.#fields.map(({ name }) => name);
    const key = this.#key.map(({ name }) => columns[names.indexOf(name)]).join(' ');
    throw new LedgerError('invalid', `in ${this.name} ${key}, ${names[wrong]} is kept as ${columns[wrong]}`);
  }
}

function encodeValue(value: unknown, type: ColumnType): SqlValue {
  switch (type) {
    case 'json':
      return JSON.stringify(value);
    case 'boolean':
    case 'boolean?':
      return value === null ? null : Number(value);
    default:
      return value as SqlValue;
  }
}

/** Whether the value of a column is, to the letter, what encodeValue makes of the value that it stands for. */
function isAsWritten(value: SqlValue | undefined, type: ColumnType): boolean {
  try {
    return encodeValue(decodeValue(value, type), type) === value;
  } catch {
    return false;
  }
}

function decodeValue(value: SqlValue | undefined, type: ColumnType): unknown {
  switch (type) {
    case 'json':
      return JSON.parse(String(value));
    case 'boolean':
    case 'boolean?':
      return value === null ? null : value === 1;
    default:
      return value;
  }
}

export const mappedTables: { readonly [Name in TableName]: MappedTable<Name> } = {
  deployments: new MappedTable('deployments'),
  commits: new MappedTable('commits'),
  running: new MappedTable('running'),
  rollbacks: new MappedTable('rollbacks'),
  removals: new MappedTable('removals'),
  incidents: new MappedTable('incidents'),
  services: new MappedTable('services'),
  environments: new MappedTable('environments'),
};
