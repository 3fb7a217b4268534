/** What one cell of a database holds; numbers are whole. */
export type TableValue = string | number | null;

export interface TableColumn {
  readonly name: string;
  readonly type: 'text' | 'integer';
}

/** A table of a database for questions in SQL, whose rows are read once, in flat memory. */
export interface ExportedTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Columns that tell the rows apart; empty where none do. */
  readonly key: readonly string[];
  /** Further columns by which rows are looked for. */
  readonly indexes: readonly (readonly string[])[];
  /** The cells of each row in the order of the columns. */
  readonly rows: AsyncIterable<readonly TableValue[]>;
}
