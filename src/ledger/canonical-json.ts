import { LedgerError } from '../domain/errors.ts';

/** Deeper than any fact; a cycle ends here too. */
export const maxJsonDepth = 128;

/** The keys and positions that lead to the value at hand. */
type Trail = (string | number)[];

/**
 * Writes a JSON value in its canonical form (RFC 8785): no white space, keys sorted by UTF-16 code units, numbers and
 * strings as ECMAScript writes them. Properties that are undefined are left out.
 * @throws LedgerError `invalid`, with the field named, for what JSON cannot say (NaN, infinity, bigint, lone surrogates,
 * undefined in an array, objects of a class), for more than 128 levels, and for integers that a double cannot tell from
 * their neighbours: those beyond ±(2^53 − 1) that would be written digit by digit (below 10^21).
 */
export function canonicalize(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, trail: Trail): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, trail);
    case 'number':
      return writeNumber(value, trail);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeContainer(value, trail);
    default:
      throw refused(trail, `is of type ${typeof value}, which JSON does not have`);
  }
}

function writeContainer(value: object, trail: Trail): string {
  if (trail.length >= maxJsonDepth) throw refused(trail, `is nested more than ${maxJsonDepth} levels deep`);
  if (Array.isArray(value)) return writeArray(value, trail);
  if (isPlainObject(value)) return writeObject(value, trail);
  throw refused(trail, `is a ${value.constructor?.name ?? 'object'}, not a plain object`);
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function writeArray(items: readonly unknown[], trail: Trail): string {
  const parts: string[] = [];
  for (const [index, item] of items.entries()) {
    trail.push(index);
    parts.push(write(item, trail));
    trail.pop();
  }
  return `[${parts.join(',')}]`;
}

function writeObject(object: Readonly<Record<string, unknown>>, trail: Trail): string {
  let text = '';
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    trail.push(key);
    text += `${text === '' ? '' : ','}${writeString(key, trail)}:${write(value, trail)}`;
    trail.pop();
  }
  return `{${text}}`;
}

function writeNumber(value: number, trail: Trail): string {
  if (!Number.isFinite(value)) throw refused(trail, `is ${value}, which JSON cannot say`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21) {
    throw refused(trail, `is ${value}, beyond the whole numbers that are exact (2^53 - 1)`, 'write it as a string');
  }
  return String(value);
}

/** What a string may hold that cannot simply be put between quotes. Asking first costs a fraction of JSON.stringify. */
const special = /["\\\p{Cc}\p{Surrogate}]/u;

function writeString(value: string, trail: Trail): string {
  if (!special.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw refused(trail, 'holds half of a surrogate pair, which is not Unicode text');
  return JSON.stringify(value);
}

function refused(trail: Trail, why: string, hint?: string): LedgerError {
  const field = trail.join('.');
  return new LedgerError('invalid', `${field === '' ? 'the value' : JSON.stringify(field)} ${why}`, { field, hint });
}
