import { type Column, cellText, fieldTitle } from '../column.ts';
import { columnWidths } from '../terminal/column-widths.ts';
import { padding } from '../terminal/display-width.ts';
import type { RowLayout, RowWriter } from './row-writer.ts';

/** Aligning to a longer cell would fill the file with blanks; such a cell sticks out instead. */
const widest = 80;

/** What tells one language of `|`-ruled tables from another. */
export interface RuledTable {
  /** Makes a text one cell: no line break, no bare `|`. */
  readonly escape: (text: string) => string;
  readonly rule: (widths: readonly number[], columns: readonly { readonly align?: 'right' }[]) => string;
}

/** A table whose source is aligned to be read as it is: header, rule, rows. */
export function ruledWriter<Row>(table: RuledTable, { columns, sample }: RowLayout<Row>): RowWriter<Row> {
  const cells = (row: Row) => columns.map((column) => table.escape(cellText(column.value(row))));
  const header = columns.map((column) => table.escape(fieldTitle(column.name)));
  const widths = columnWidths([header, ...sample.map(cells)]).map((width) => Math.min(widest, Math.max(3, width)));
  return {
    open: ruledLine(header, widths, columns) + table.rule(widths, columns),
    row: (row) => ruledLine(cells(row), widths, columns),
    close: () => '',
  };
}

function ruledLine<Row>(cells: readonly string[], widths: readonly number[], columns: readonly Column<Row>[]): string {
  const padded = cells.map((cell, index) => {
    const blanks = padding(cell, widths[index] ?? 0);
    return columns[index]?.align === 'right' ? blanks + cell : cell + blanks;
  });
  return `| ${padded.join(' | ')} |\n`;
}
