import { jsonText } from './json.ts';
import { lineWriter, type RowWriter } from './row-writer.ts';

/** One compact JSON object a line (jsonlines.org). */
export function jsonlWriter(): RowWriter<unknown> {
  return lineWriter((row) => jsonText(row));
}
