import { LedgerError } from '../../domain/errors.ts';
import { locateSyntaxError } from './locate-syntax-error.ts';

/** Records have two or three levels; this is room for any metadata, and too little to overflow a stack. */
const deepest = 100;

/**
 * Reads one JSON value; `line` and `column` say where in its file the text starts, both from 1.
 * @throws LedgerError `invalid` with the line and column of the first mistake, or when it is nested too deep.
 */
export function parseJson(text: string, line = 1, column = 1): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const { offset, why } = locateSyntaxError(text);
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    const at = before.length === 1 ? column + offset : (before.at(-1)?.length ?? 0) + 1;
    throw new LedgerError('invalid', `not JSON: ${why} at line ${line + before.length - 1}, column ${at}`, { cause });
  }
  if (isWithin(value, deepest)) return value;
  throw new LedgerError('invalid', `the JSON at line ${line} is nested more than ${deepest} levels deep`);
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isWithin(inner, levels - 1));
}
