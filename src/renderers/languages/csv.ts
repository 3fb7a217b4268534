import { type Cell, cellText } from '../column.ts';
import type { RowLayout, RowWriter } from './row-writer.ts';

// A spreadsheet takes such a text for a formula and runs it (OWASP, CSV injection); full-width signs count in Japan.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?\d+(\.\d+)?$/;
// The semicolon separates fields in spreadsheets of half of Europe: unquoted it would start a new cell.
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/** RFC 4180: every column, a header, CRLF. A text that a spreadsheet would run gets a leading apostrophe; numbers stay. */
export function csvWriter<Row>({ columns }: RowLayout<Row>): RowWriter<Row> {
  return {
    open: csvLine(columns.map((column) => column.name)),
    row: (row) => csvLine(columns.map((column) => column.value(row))),
    close: () => '',
  };
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvField).join(',')}\r\n`;
}

function csvField(cell: Cell): string {
  const text = cellText(cell);
  const inert = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return needsQuotes.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
