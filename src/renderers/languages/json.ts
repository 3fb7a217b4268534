import type { Cell } from '../column.ts';
import { escapeInvisible } from './escape-invisible.ts';
import type { RowWriter } from './row-writer.ts';

/** JSON that is also safe to look at: no character in it can steer a terminal. `indent` 0 is one line. */
export function jsonText(value: unknown, indent = 0): string {
  return escapeInvisible(JSON.stringify(value, null, indent));
}

/** The rows themselves as one pretty array, written as they come. */
export function jsonWriter(): RowWriter<unknown> {
  return {
    open: '[',
    row: (row, index) => `${index === 0 ? '' : ','}\n  ${jsonText(row, 2).replaceAll('\n', '\n  ')}`,
    close: (count) => (count === 0 ? ']\n' : '\n]\n'),
  };
}

/** A value as one cell of a table: what is nested, as compact JSON. */
export function jsonCell(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    default:
      return value === null ? null : jsonText(value);
  }
}
