import type { TableName, Tables } from '../../../projections/rows.ts';
import { type ColumnType, type TableSpec, tables } from '../../../projections/tables.ts';
import type { SqlRow, SqlValue } from '../connection.ts';
import { columnNames } from './column-name.ts';


/** A field of a read model and how its column keeps it. */
interface Field<Row> {
  readonly name: keyof Row & string;
  readonly type: ColumnType;
}

/** Translates between the rows of a read model and the columns of its table, which are in the order of its spec. */
export class RowCodec<Name extends TableName> {
  readonly table: Name;
  /** The columns, for a SELECT whose rows are to be decoded. */
  readonly columns: string;
  readonly #fields: readonly Field<Tables[Name]>[];
  /** Every field without a value: objects that start as a copy of it stay fast, those that grow field by field do not. */
  readonly #blank: object;

  constructor(table: Name) {
    const { columns }: TableSpec<Tables[Name]> = tables[table];
    const names = Object.keys(columns) as (keyof Tables[Name] & string)[];
    this.table = table;
    this.columns = columnNames(names);
    this.#fields = names.map((name) => ({ name, type: columns[name] }));
    this.#blank = Object.fromEntries(names.map((name) => [name, null]));
  }

  encode(row: Tables[Name]): SqlValue[] {
    return this.#fields.map(({ name, type }) => encodeValue(row[name], type));
  }

  decode(columns: SqlRow): Tables[Name] {
    const row: { [field: string]: unknown } = { ...this.#blank };
    let place = 0;
    for (const { name, type } of this.#fields) row[name] = decodeValue(columns[place++], type);
    return row as object as Tables[Name];
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

/** The codec of each read model. */
export const codecs: { readonly [Name in TableName]: RowCodec<Name> } = {
  deployments: new RowCodec('deployments'),
  running: new RowCodec('running'),
  rollbacks: new RowCodec('rollbacks'),
  removals: new RowCodec('removals'),
  incidents: new RowCodec('incidents'),
  services: new RowCodec('services'),
  environments: new RowCodec('environments'),
};
