import { type Column, cellText, fieldTitle } from '../column.ts';
import type { RecordOptions } from '../format.ts';
import { displayWidth, padding } from '../terminal/display-width.ts';
import { printable } from '../terminal/printable.ts';
import { paint } from '../terminal/tone.ts';
import { jsonCell } from './json.ts';
import { tableWriter, unknownMark } from './table.ts';

type Field = readonly [name: string, value: unknown];
type Style = Pick<RecordOptions, 'width' | 'color' | 'style'>;

const indent = '  ';
const longestInline = 60;

/**
 * One record for people: first the fields of one line, names and values lined up, then a block for each field that
 * holds more: lines of text, the items of a list, a nested record, or a table of records. Nothing of a value is cut,
 * except cells of such a table on a terminal.
 */
export function describeRecord(record: object, style: Style): string {
  return recordLines(record, style).join('\n').concat('\n');
}

function recordLines(record: object, style: Style): string[] {
  const fields: Field[] = Object.entries(record).filter(([, value]) => value !== undefined);
  const inline = fields.flatMap(([name, value]) => {
    const text = inlineText(value);
    return text === undefined ? [] : [{ name, title: title(name), text }];
  });
  const widest = Math.max(0, ...inline.map((field) => displayWidth(field.title)));
  const lines = inline.map(({ name, title, text }) => {
    const tone = text === unknownMark ? 'dim' : style.style?.(name, text);
    return `${title}${padding(title, widest)}${indent}${paint(text, tone, style.color)}`.trimEnd();
  });
  for (const [name, value] of fields) {
    if (inlineText(value) !== undefined) continue;
    const block = blockLines(value, style).map((line) => (line === '' ? '' : indent + line));
    lines.push(...(lines.length === 0 ? [] : ['']), paint(title(name), 'strong', style.color), ...block);
  }
  return lines;
}

function title(name: string): string {
  return printable(fieldTitle(name));
}

/** The value on one line, or undefined when it needs a block. */
function inlineText(value: unknown): string | undefined {
  if (value === null) return unknownMark;
  if (typeof value === 'string') return /[\r\n]./.test(value) ? undefined : printable(value.trimEnd());
  if (typeof value !== 'object') return cellText(jsonCell(value));
  if (!Array.isArray(value)) return Object.keys(value).length === 0 ? 'none' : undefined;
  if (value.length === 0) return 'none';
  if (value.some((item) => inlineText(item) === undefined || Array.isArray(item))) return undefined;
  const joined = value.map(inlineText).join(', ');
  return displayWidth(joined) <= longestInline ? joined : undefined;
}

function blockLines(value: unknown, style: Style): string[] {
  if (typeof value === 'string')
    return value
      .trimEnd()
      .split(/\r\n|\r|\n/)
      .map(printable);
  if (Array.isArray(value)) return value.every(isRecord) ? tableLines(value, style) : value.map(itemLine);
  return isRecord(value) ? recordLines(value, style) : [itemLine(value)];
}

function itemLine(item: unknown): string {
  return printable(cellText(jsonCell(item)));
}

function tableLines(rows: readonly object[], { width, color, style }: Style): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map(
    (name): Column<object> => ({
      name,
      value: (row) => jsonCell(Object.entries(row).find(([key]) => key === name)?.[1]),
      ...(style === undefined ? {} : { style: (text) => style(name, text) }),
    }),
  );
  const room = width === undefined ? undefined : width - indent.length;
  const writer = tableWriter({ format: 'table', columns, width: room, color, sample: rows });
  return `${writer.open}${rows.map(writer.row).join('')}`.trimEnd().split('\n');
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
