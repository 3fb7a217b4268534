import type { Column } from './column.ts';
import type { Tone } from './terminal/tone.ts';

/** The output languages, in the order in which help texts list them. */
export const formats = ['table', 'wide', 'json', 'jsonl', 'yaml', 'csv', 'markdown', 'org', 'name', 'sexp'] as const;

export type Format = (typeof formats)[number];

/** What the terminal can do; all of it is absent when the output is a pipe or a file. */
export interface Screen {
  /** In columns of the terminal. Cells are cut to fit only when it is given. */
  readonly width?: number | undefined;
  readonly color?: boolean | undefined;
}

export interface RowOptions<Row> extends Screen {
  readonly format: Format;
  readonly columns: readonly Column<Row>[];
  /** What `-f name` prints for a row; the first column's value when absent. */
  readonly name?: ((row: Row) => string) | undefined;
}

export interface RecordOptions extends Screen {
  readonly format: Format;
  /** What `-f name` prints. */
  readonly name: string;
  /** Chooses the tone of a field's value in the form for people; also asked about the fields of nested records. */
  readonly style?: ((field: string, text: string) => Tone | undefined) | undefined;
}
