import { cellText } from '../column.ts';
import { printable } from '../terminal/printable.ts';
import { lineWriter, type RowLayout, type RowWriter } from './row-writer.ts';

/** One name a line, for `xargs` and shell loops. */
export function nameWriter<Row>({ name, columns }: RowLayout<Row>): RowWriter<Row> {
  return lineWriter((row) => printable(name?.(row) ?? cellText(columns[0]?.value(row))));
}
