import type { Reading } from '../reading.ts';
import { rowIdentities } from '../row-identity.ts';
import { translateJson } from './translate-json.ts';

/**
 * Reads an array of records, or `{"items":[…]}` as lists are answered over HTTP; several may follow one another. A reading's
 * `line` is the record's number in the file, from 1; syntax errors name line and column besides.
 * @throws LedgerError `invalid` when the file as a whole is no JSON.
 */
export function readJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  const identify = rowIdentities();
  return translateJson(chunks, {
    unwrap: (record) => (!('type' in record) && Array.isArray(record['items']) ? record['items'] : undefined),
    translate: (record) => [identify(record)],
  });
}
