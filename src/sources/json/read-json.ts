import { LedgerError } from '../../domain/errors.ts';
import type { Reading } from '../reading.ts';
import { type RawRecord, rowIdentities } from '../row-identity.ts';
import { textChunks } from '../text-chunks.ts';
import { jsonElements } from './json-elements.ts';
import { parseJson } from './parse-json.ts';

/**
 * Reads an array of records, or `{"items":[…]}` as lists are answered over HTTP. A reading's `line` is the record's number in
 * the file, from 1; syntax errors name line and column besides.
 * @throws LedgerError `invalid` when the file as a whole is no JSON.
 */
export async function* readJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  const identify = rowIdentities();
  let line = 0;
  for await (const { value, error } of jsonRecords(chunks)) {
    line++;
    yield error === undefined ? { line, claim: identify(value) } : { line, error };
  }
}

type JsonRecord = { value: RawRecord; error?: undefined } | { value?: undefined; error: LedgerError };

/** The objects of a file: elements of its arrays, of arrays in them, and of the `items` of an object that is such a list. */
export async function* jsonRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<JsonRecord> {
  for await (const element of jsonElements(textChunks(chunks))) {
    try {
      for (const value of spread(parseJson(element.text, element.line, element.column))) yield { value: asRecord(value) };
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      yield { error };
    }
  }
}

function* spread(value: unknown): Generator<unknown> {
  const list = Array.isArray(value) ? value : itemsOf(value);
  if (list === undefined) yield value;
  else for (const item of list) yield* spread(item);
}

function itemsOf(value: unknown): unknown[] | undefined {
  const isList = typeof value === 'object' && value !== null && 'items' in value && !('type' in value);
  return isList && Array.isArray(value.items) ? value.items : undefined;
}

/**
 * Takes a value for a record.
 * @throws LedgerError `invalid` when it is no object.
 */
export function asRecord(value: unknown): RawRecord {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as RawRecord;
  throw new LedgerError('invalid', `a record is a JSON object, not ${JSON.stringify(value).slice(0, 80)}`);
}
