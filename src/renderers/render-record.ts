import type { Column } from './column.ts';
import type { RecordOptions } from './format.ts';
import { jsonCell, jsonText } from './languages/json.ts';
import { describeRecord } from './languages/record-table.ts';
import { sexpRecord } from './languages/sexp.ts';
import { loadYaml } from './languages/yaml.ts';
import { renderRows } from './render-rows.ts';
import { printable } from './terminal/printable.ts';

/**
 * Writes one object. The form for people (`table`, `wide`) lines up field and value and shows what is nested below;
 * csv is a header and one line, markdown and org a table of fields: these three hold nested values as JSON.
 */
export async function renderRecord(record: object, options: RecordOptions): Promise<string> {
  switch (options.format) {
    case 'table':
    case 'wide':
      return describeRecord(record, options);
    case 'json':
      return `${jsonText(record, 2)}\n`;
    case 'jsonl':
      return `${jsonText(record)}\n`;
    case 'yaml':
      return (await loadYaml())(record);
    case 'sexp':
      return sexpRecord(record);
    case 'name':
      return `${printable(options.name)}\n`;
    case 'csv':
      return renderRows([record], { format: 'csv', columns: Object.entries(record).map(recordColumn) });
    case 'markdown':
    case 'org':
      return renderRows(Object.entries(record), { format: options.format, columns: fieldColumns });
  }
}

const fieldColumns: readonly Column<[string, unknown]>[] = [
  { name: 'field', value: ([field]) => field },
  { name: 'value', value: ([, value]) => jsonCell(value) },
];

function recordColumn([name, value]: [string, unknown]): Column<unknown> {
  return { name, value: () => jsonCell(value) };
}
