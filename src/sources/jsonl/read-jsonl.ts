import { parseJson } from '../json/parse-json.ts';
import { asRecord } from '../json/translate-json.ts';
import type { Reading } from '../reading.ts';
import { readingsAt } from '../readings-at.ts';
import { rowIdentities } from '../row-identity.ts';
import { textChunks } from '../text-chunks.ts';
import { textLines } from './text-lines.ts';

/**
 * Reads records, one JSON object a line; blank lines are skipped, a broken line does not harm the others.
 * @throws LedgerError `invalid` when the file as a whole is no text.
 */
export async function* readJsonl(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  const identify = rowIdentities();
  let line = 0;
  for await (const text of textLines(textChunks(chunks))) {
    line++;
    if (text.trim() === '') continue;
    yield* readingsAt(line, () => [identify(asRecord(parseJson(text, line)))]);
  }
}
