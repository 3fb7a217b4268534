import { LedgerError } from '../domain/errors.ts';
import { maxJsonDepth } from './canonical-json.ts';

/**
 * Parses JSON that means the same to every reader (I-JSON, RFC 7493 §2): no key twice in an object, no lone surrogates,
 * no number that a double would silently change (integers beyond ±(2^53 − 1), anything that overflows).
 * @throws LedgerError `invalid` for these, for text that is no JSON, and for more than 128 levels.
 */
export function parseStrictJson(text: string): unknown {
  const value = parse(text);
  checkTokens(text);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new LedgerError('invalid', `not JSON: ${message}`, { cause });
  }
}

/** Walks the tokens of text that is known to be JSON: a parsed value no longer shows what the text said twice. */
function checkTokens(text: string): void {
  // The keys met in each open object; an open array has undefined.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
      if (open.length > maxJsonDepth) throw refused(`nested more than ${maxJsonDepth} levels deep`);
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      checkString(text.slice(at, end), isKey(text, end) ? open.at(-1) : undefined);
      at = end - 1;
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      const number = numberAt(text, at);
      checkNumber(number);
      at += number.length - 1;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at++;
  return text.charAt(at) === ':';
}

function checkString(token: string, keys: Set<string> | undefined): void {
  const string = String(JSON.parse(token));
  if (!string.isWellFormed()) throw refused('a string holds half of a surrogate pair, which is not Unicode text');
  if (keys?.has(string)) throw refused(`the key ${token} stands twice in one object`, string);
  keys?.add(string);
}

function numberAt(text: string, start: number): string {
  const number = /[-+.\deE]+/y;
  number.lastIndex = start;
  return number.exec(text)?.[0] ?? '';
}

function checkNumber(token: string): void {
  const value = Number(token);
  const isInteger = /^-?\d+$/.test(token);
  if (Number.isFinite(value) && (!isInteger || Number.isSafeInteger(value))) return;
  throw refused(`the number ${token.slice(0, 40)} is beyond what is exact (2^53 - 1); write it as a string`);
}

function refused(message: string, field?: string): LedgerError {
  return new LedgerError('invalid', message, { field });
}
