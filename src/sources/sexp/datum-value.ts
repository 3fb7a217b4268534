import { LedgerError } from '../../domain/errors.ts';
import { cellValue } from '../cell-value.ts';
import { type Field, nestedShape } from '../claim-fields.ts';
import type { Datum, List } from './datum.ts';
import { pairsOf } from './pairs.ts';

/**
 * Reads a datum as its field wants it. False and the empty list stand for nothing in Scheme, except where the field can hold
 * them: then undefined comes back.
 * @throws LedgerError `invalid`, naming the field.
 */
export function datumValue(field: Field, datum: Datum): unknown {
  const { shape } = field;
  if (datum.kind === 'boolean' && datum.text === 'false' && shape !== 'boolean') return undefined;
  if (datum.kind === 'list' && datum.items.length === 0 && shape !== 'list') return undefined;
  if (shape === 'list')
    return datum.kind === 'list' ? datum.items.map((item) => textOf(field, item)) : [textOf(field, datum)];
  if (datum.kind !== 'list' || isTime(datum)) return cellValue(field, textOf(field, datum));
  if (shape === 'object' && (field.path[0] === 'metadata' || field.path.length === 2)) return plainObject(datum);
  if (shape === 'object') return objectOf(field.path[0], datum);
  if (shape === 'objects') return listOfLists(datum).map((item) => objectOf(field.path[0], item));
  throw new LedgerError('invalid', `${field.path.join('.')}: a list is not what it can hold`, { field: field.path[0] });
}

function textOf(field: Field, datum: Datum): string {
  if (datum.kind !== 'list') return datum.text;
  const seconds = isTime(datum) ? pairsOf(datum.items.slice(1)).get('second') : undefined;
  if (seconds !== undefined && seconds.kind !== 'list') return seconds.text;
  throw new LedgerError('invalid', `${field.path.join('.')}: a list stands where a word should`, {
    field: field.path[0],
  });
}

/** Whether a datum is a time of SRFI 19 as Guile prints it: `#<time type: time-utc nanosecond: 0 second: 1768471200>`. */
function isTime({ items: [head] }: List): boolean {
  return head?.kind === 'symbol' && head.text === 'time';
}

/** The association lists of a field that holds several; a single one may stand for itself. */
function listOfLists(datum: List): readonly List[] {
  const lists = datum.items.filter((item) => item.kind === 'list');
  const nested = lists.length === datum.items.length && lists.every(({ items }) => items[0]?.kind === 'list');
  return nested ? lists : [datum];
}

/** An object whose keys are ours, in any spelling. */
function objectOf(name: string, datum: List): Readonly<Record<string, unknown>> {
  const entries = [...pairsIn(datum)].map(([spelled, value]) => {
    const key = camelCase(spelled);
    return [key, datumValue({ path: [name, key], shape: nestedShape(name, key), rank: 0 }, value)] as const;
  });
  return Object.fromEntries(entries);
}

/** An object whose keys are the caller's. */
function plainObject(datum: List): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...pairsIn(datum)].map(([key, value]) => [key, plain(value)]));
}

/** The entries of an association list; a single one may stand for itself. */
function pairsIn(datum: List): ReadonlyMap<string, Datum> {
  return pairsOf(isPair(datum) ? [datum] : datum.items);
}

/** Kebab case, as Scheme writes names, in camel case, as records do. */
export function camelCase(name: string): string {
  return name.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A datum of which nothing is known: association lists become objects, other lists arrays. */
function plain(datum: Datum): unknown {
  if (datum.kind === 'number') return numberOf(datum.text);
  if (datum.kind === 'boolean') return datum.text === 'true';
  if (datum.kind !== 'list') return datum.text;
  const isAssociation = datum.items.length > 0 && datum.items.every((item) => item.kind === 'list' && isPair(item));
  return isAssociation || datum.tail !== undefined ? plainObject(datum) : datum.items.map(plain);
}

/** Scheme's numbers have no end; one that ours cannot hold stays text. */
function numberOf(text: string): number | string {
  const value = Number(text);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : text;
}

/** Whether a list is an entry of an association list rather than a list of values: `(team . "x")` or `(team "x")`. */
function isPair({ items: [head], tail }: List): boolean {
  return head !== undefined && head.kind !== 'list' && (tail !== undefined || head.kind === 'symbol');
}
