import { LedgerError } from '../../../domain/errors.ts';

/**
 * Reads `key=value,key=value`, given once or more; a text that starts with `{` is a JSON object.
 * @throws LedgerError `invalid`, naming the option.
 */
export function keyValues(option: string, texts: readonly string[]): Record<string, unknown> {
  return Object.assign(
    {},
    ...texts.map((text) => (text.trimStart().startsWith('{') ? object(option, text) : pairs(option, text))),
  );
}

function pairs(option: string, text: string): Record<string, string> {
  return Object.fromEntries(text.split(',').map((part) => pair(option, part)));
}

/** Reads one `key=value`; blanks around either are dropped. */
export function pair(option: string, text: string): [key: string, value: string] {
  const [key = '', ...rest] = text.split('=');
  if (rest.length > 0 && key.trim() !== '') return [key.trim(), rest.join('=').trim()];
  throw new LedgerError('invalid', `${option}: ${JSON.stringify(text)} is not key=value`, {
    hint: `write ${option} name=value,name=value; values with commas go into JSON: ${option} '{"note":"a, b"}'`,
  });
}

function object(option: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch (cause) {
    throw new LedgerError('invalid', `${option}: ${JSON.stringify(text)} starts like JSON and is none`, { cause });
  }
  throw new LedgerError('invalid', `${option}: ${JSON.stringify(text)} is no JSON object`);
}
