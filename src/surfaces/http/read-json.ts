import { LedgerError } from '../../domain/errors.ts';

/** Deeper than any record: what is deeper is meant to exhaust the stack of whoever walks through it. */
const mostLevels = 128;

/**
 * Reads what somebody sent as JSON.
 * @throws LedgerError `invalid` for bytes that are no UTF-8, text that is no JSON, and more than 128 levels.
 */
export function readJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  refuseDeep(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new LedgerError('invalid', `it is not JSON: ${why}`);
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new LedgerError('invalid', 'it is not UTF-8 text', { cause });
  }
}

/** Counts brackets outside of strings, without an opinion on what else is in between. */
function refuseDeep(text: string): void {
  let level = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at + 1);
    else if (character === '[' || character === '{') level += 1;
    else if (character === ']' || character === '}') level -= 1;
    if (level > mostLevels) throw new LedgerError('invalid', `it is nested more than ${mostLevels} levels deep`);
  }
}

/** Where the quote is that ends a string; the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at += 1;
  }
  return text.length;
}
