import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { spell } from '../../domain/vocabulary.ts';

/**
 * The word of a closed list that somebody typed in any of its spellings; undefined when nothing was typed.
 * @throws LedgerError `invalid` naming the nearest word and the whole list.
 */
export function requireWord(field: string, typed: string | undefined, words: readonly string[]): string | undefined {
  if (typed === undefined) return undefined;
  const word = spell(typed);
  if (words.includes(word)) return word;
  throw new LedgerError('invalid', `unknown ${field} ${JSON.stringify(typed)}${didYouMean(word, words)}`, {
    field,
    hint: `one of: ${words.join(', ')}`,
  });
}
