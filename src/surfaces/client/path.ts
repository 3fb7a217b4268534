import { LedgerError } from '../../domain/errors.ts';

/**
 * A path of the API in which every part that is put in is percent-encoded.
 * @throws LedgerError `invalid` for what no path can hold as a part.
 */
export function path(literals: TemplateStringsArray, ...parts: readonly string[]): string {
  return literals.map((literal, i) => literal + (i < parts.length ? segment(parts[i] ?? '') : '')).join('');
}

/** Every address would be read as if a dot or two were a step, encoded or not, and as if nothing were there for an empty part. */
function segment(part: string): string {
  if (!/^\.{0,2}$/.test(part)) return encodeURIComponent(part);
  throw new LedgerError('invalid', `${JSON.stringify(part)} cannot be part of an address`, {
    hint: 'look for it in the list',
  });
}
