import type { Format, RowOptions } from './format.ts';
import { csvWriter } from './languages/csv.ts';
import { jsonWriter } from './languages/json.ts';
import { jsonlWriter } from './languages/jsonl.ts';
import { markdownWriter } from './languages/markdown.ts';
import { nameWriter } from './languages/name.ts';
import { orgWriter } from './languages/org.ts';
import type { RowLayout, RowWriter } from './languages/row-writer.ts';
import { sexpWriter } from './languages/sexp.ts';
import { tableWriter } from './languages/table.ts';
import { yamlWriter } from './languages/yaml.ts';

/** Columns are aligned to this many first rows, so that a million of them need no more memory than a thousand. */
const sampleRows = 1000;
/** In UTF-16 units: few enough to hold, many enough that a write to a pipe is worth it. */
const pieceLength = 65_536;

const writers: Record<Format, <Row>(layout: RowLayout<Row>) => RowWriter<Row> | Promise<RowWriter<Row>>> = {
  table: tableWriter,
  wide: tableWriter,
  json: jsonWriter,
  jsonl: jsonlWriter,
  yaml: yamlWriter,
  csv: csvWriter,
  markdown: markdownWriter,
  org: orgWriter,
  name: nameWriter,
  sexp: sexpWriter,
};

/**
 * Writes rows in an output language as they come, in pieces of about 64 KiB; memory stays flat whatever their number.
 * json, jsonl, yaml and sexp write the rows themselves, the others their columns.
 */
export async function* renderStream<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: RowOptions<Row>,
): AsyncGenerator<string> {
  const sample: Row[] = [];
  let writer: RowWriter<Row> | undefined;
  let count = 0;
  let text = '';
  const begin = async () => {
    const begun = await writers[options.format]({ ...options, sample });
    text = begun.open + sample.map((row, index) => begun.row(row, index)).join('');
    count = sample.length;
    return begun;
  };
  for await (const row of rows) {
    if (writer !== undefined) text += writer.row(row, count++);
    else if (sample.push(row) === sampleRows) writer = await begin();
    if (text.length >= pieceLength) {
      yield text;
      text = '';
    }
  }
  writer ??= await begin();
  text += writer.close(count);
  if (text !== '') yield text;
}

/** Writes all rows as one text; for long results stream them. */
export async function renderRows<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  options: RowOptions<Row>,
): Promise<string> {
  let text = '';
  for await (const piece of renderStream(rows, options)) text += piece;
  return text;
}
