import { LedgerError } from '../../../domain/errors.ts';
import { didYouMean } from '../../../domain/suggest.ts';
import { type Format, formats } from '../../../renderers/format.ts';

/** What people and the original tool call some of the formats. */
const otherNames: Readonly<Record<string, Format>> = {
  text: 'table',
  md: 'markdown',
  'org-mode': 'org',
  yml: 'yaml',
};

/**
 * The output language of this name.
 * @throws LedgerError `invalid`, naming `place`, where the name was written.
 */
export function parseFormat(typed: string, place: string): Format {
  const word = typed.trim().toLowerCase().replaceAll('_', '-');
  const named = otherNames[word] ?? formats.find((format) => format === word);
  if (named !== undefined) return named;
  throw new LedgerError('invalid', `${place}: unknown format "${typed}"${didYouMean(word, formats)}`, {
    field: 'format',
    hint: `one of: ${formats.join(', ')}`,
  });
}
