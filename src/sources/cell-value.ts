import { LedgerError } from '../domain/errors.ts';
import type { Field, Shape } from './claim-fields.ts';
import { parseJson } from './json/parse-json.ts';

const yes = new Set(['true', 't', 'yes', 'y', '1', 'on']);
const no = new Set(['false', 'f', 'no', 'n', '0', 'off']);

/**
 * Reads the text of a cell as its field wants it: a number, true or false (also yes and no, 1 and 0), a list `a,b`, an object
 * in JSON, or the text itself.
 * @throws LedgerError `invalid`, naming the field.
 */
export function cellValue(field: Field, text: string): unknown {
  return readers[field.shape](text.trim(), field.path.join('.'));
}

const readers: Readonly<Record<Shape, (text: string, field: string) => unknown>> = {
  text: (text) => text,
  list: (text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  number: (text, field) => {
    if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
    throw unreadable(text, field, 'a number', 'write digits, such as 25 or 99.5');
  },
  boolean: (text, field) => {
    const word = text.toLowerCase();
    if (yes.has(word) || no.has(word)) return yes.has(word);
    throw unreadable(text, field, 'true or false', 'write true or false, yes or no, 1 or 0');
  },
  object: (text, field) => {
    if (text.startsWith('{')) return parseJson(text);
    throw unreadable(text, field, 'an object', `write it in JSON, or map its parts: ${field}.NAME=COLUMN`);
  },
  objects: (text, field) => {
    if (text.startsWith('[')) return parseJson(text);
    throw unreadable(text, field, 'a list of objects', 'write it in JSON');
  },
};

function unreadable(text: string, field: string, what: string, hint: string): LedgerError {
  return new LedgerError('invalid', `${field}: ${JSON.stringify(text.slice(0, 80))} is not ${what}`, { field, hint });
}
