import { type Column, cellText, fieldTitle } from '../column.ts';
import { columnWidths, fitWidths } from '../terminal/column-widths.ts';
import { padding, truncate } from '../terminal/display-width.ts';
import { printable } from '../terminal/printable.ts';
import { paint, type Tone } from '../terminal/tone.ts';
import type { RowLayout, RowWriter } from './row-writer.ts';

const gap = '  ';
/** What stands for a value that is not known, so that the eye does not slip into the next column. */
export const unknownMark = '-';

interface Shown {
  readonly text: string;
  readonly tone: Tone | undefined;
}

/**
 * Aligned columns under a header in capitals. `table` is fitted to the terminal's width where there is one: long cells
 * end in `…`, and so does the header when columns had to be left out. `wide` shows every column and is never cut.
 * Without rows it is empty: an empty result is not a table.
 */
export function tableWriter<Row>(layout: RowLayout<Row>): RowWriter<Row> {
  const { format, columns, width, color, sample } = layout;
  const chosen = format === 'wide' ? columns : columns.filter((column) => column.wide !== true);
  const header = chosen.map((column): Shown => ({ text: heading(column.name), tone: 'dim' }));
  const cells = (row: Row) => chosen.map((column) => show(column, row));
  const natural = columnWidths([header, ...sample.map(cells)].map((line) => line.map(({ text }) => text)));
  const total = format === 'wide' ? undefined : width;
  const widths = total === undefined ? natural : fitWidths(natural, total, gap.length);
  const line = (shown: readonly Shown[]) => {
    const padded = widths.map((columnWidth, index) => {
      const { text = '', tone } = shown[index] ?? {};
      const fitted = total === undefined ? text : truncate(text, columnWidth);
      const blanks = padding(fitted, columnWidth);
      const painted = paint(fitted, tone, color);
      return chosen[index]?.align === 'right' ? blanks + painted : painted + blanks;
    });
    return padded.join(gap).trimEnd();
  };
  const mark = widths.length < chosen.length ? gap + paint('…', 'dim', color) : '';
  return {
    open: sample.length === 0 ? '' : `${line(header)}${mark}\n`,
    row: (row) => `${line(cells(row))}\n`,
    close: () => '',
  };
}

function heading(name: string): string {
  return printable(fieldTitle(name).toUpperCase());
}

function show<Row>(column: Column<Row>, row: Row): Shown {
  const cell = column.value(row);
  if (cell === null || cell === undefined) return { text: unknownMark, tone: 'dim' };
  const text = printable(cellText(cell));
  return { text, tone: column.style?.(text, row) };
}
