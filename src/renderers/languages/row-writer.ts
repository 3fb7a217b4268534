import type { RowOptions } from '../format.ts';

/** Writes rows in one output language: `open`, then every row in order, then `close`. */
export interface RowWriter<Row> {
  readonly open: string;
  readonly row: (row: Row, index: number) => string;
  readonly close: (count: number) => string;
}

/** What a language knows before it writes the first row. */
export interface RowLayout<Row> extends RowOptions<Row> {
  /** The first rows: all of them when they are few, else enough to choose the widths of columns. */
  readonly sample: readonly Row[];
}

/** A writer whose language has nothing around the rows. */
export function lineWriter<Row>(line: (row: Row) => string): RowWriter<Row> {
  return { open: '', row: (row) => `${line(row)}\n`, close: () => '' };
}
