import { instantMs } from '../../domain/instant.ts';
import { canonicalize } from '../../ledger/canonical-json.ts';
import type { ExportedTable, TableColumn, TableValue } from './exported-table.ts';

/** How a field is kept: a `time` takes two columns, ISO 8601 and epoch milliseconds; `json` is text for SQLite's JSON functions. */
type FieldType = 'text' | 'integer' | 'boolean' | 'time' | 'json';

type Fields<Row> = Readonly<Partial<Record<keyof Row & string, FieldType>>>;

interface TableDefinition<Row> {
  readonly name: string;
  /** In the order of the columns; other fields of the rows are left out. */
  readonly fields: Fields<Row>;
  readonly key?: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
  readonly rows: AsyncIterable<Row>;
}

/** Names that SQL would take for something else. */
const otherNames: Readonly<Record<string, string>> = { index: 'log_index', commit: 'commit_sha', order: 'sort_order' };

/** Makes a table of the fields of some rows; `startedAt` becomes `started_at` and `started_ms`. */
export function tableOf<Row extends object>({ name, fields, key, indexes, rows }: TableDefinition<Row>): ExportedTable {
  const typed = Object.entries<FieldType | undefined>(fields).flatMap(([field, type]) =>
    type === undefined ? [] : [{ field, type }],
  );
  return {
    name,
    columns: typed.flatMap(({ field, type }) => columnsOf(field, type)),
    key: key ?? [],
    indexes: indexes ?? [],
    rows: cells(rows, typed),
  };
}

async function* cells<Row extends object>(
  rows: AsyncIterable<Row>,
  typed: readonly { readonly field: string; readonly type: FieldType }[],
): AsyncGenerator<TableValue[]> {
  for await (const row of rows) {
    const values = new Map<string, unknown>(Object.entries(row));
    yield typed.flatMap(({ field, type }) => valuesOf(values.get(field), type));
  }
}

function columnsOf(field: string, type: FieldType): TableColumn[] {
  const name = otherNames[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (type !== 'time') return [{ name, type: type === 'integer' || type === 'boolean' ? 'integer' : 'text' }];
  return [
    { name, type: 'text' },
    { name: `${name.replace(/_at$/, '')}_ms`, type: 'integer' },
  ];
}

function valuesOf(value: unknown, type: FieldType): TableValue[] {
  if (value === null || value === undefined) return type === 'time' ? [null, null] : [null];
  switch (type) {
    case 'time':
      return [String(value), instantMs(String(value))];
    case 'integer':
      return [Number(value)];
    case 'boolean':
      return [value ? 1 : 0];
    case 'json':
      return [canonicalize(value)];
    case 'text':
      return [String(value)];
  }
}
