import type { ClaimInput } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { Reading } from '../reading.ts';
import { readingsAt } from '../readings-at.ts';
import type { RawRecord } from '../row-identity.ts';
import { textChunks } from '../text-chunks.ts';
import { jsonElements } from './json-elements.ts';
import { parseJson } from './parse-json.ts';

/** How one origin's JSON becomes claims. */
export interface JsonTranslation {
  /** The list that an object is only the wrapping of; undefined when it is a record itself. */
  unwrap(record: RawRecord): readonly unknown[] | undefined;
  /** @throws LedgerError `invalid` when the record says nothing that can be claimed. */
  translate(record: RawRecord): readonly ClaimInput[];
}

/**
 * Reads the records of JSON: the elements of its arrays, of arrays in them, and of objects that only wrap a list. A reading's
 * `line` is the record's number in the file, from 1; syntax errors name line and column besides.
 * @throws LedgerError `invalid` when the file as a whole is no JSON.
 */
export async function* translateJson(
  chunks: AsyncIterable<Uint8Array>,
  { unwrap, translate }: JsonTranslation,
): AsyncGenerator<Reading> {
  let line = 0;
  for await (const element of jsonElements(textChunks(chunks))) {
    for (const value of spread(parsed(element.text, element.line, element.column), unwrap)) {
      line++;
      yield* value instanceof LedgerError
        ? [{ line, error: value }]
        : readingsAt(line, () => translate(asRecord(value)));
    }
  }
}

function parsed(text: string, line: number, column: number): unknown {
  try {
    return parseJson(text, line, column);
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
}

function* spread(value: unknown, unwrap: JsonTranslation['unwrap']): Generator<unknown> {
  const list = Array.isArray(value) ? value : isRecord(value) ? unwrap(value) : undefined;
  if (list === undefined) yield value;
  else for (const item of list) yield* spread(item, unwrap);
}

function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Takes a value for a record.
 * @throws LedgerError `invalid` when it is no object.
 */
export function asRecord(value: unknown): RawRecord {
  if (isRecord(value)) return value;
  throw new LedgerError('invalid', `a record is a JSON object, not ${JSON.stringify(value).slice(0, 80)}`);
}
