import { LedgerError } from '../../../domain/errors.ts';
import { didYouMean } from '../../../domain/suggest.ts';
import { spell } from '../../../domain/vocabulary.ts';

/**
 * The word of a closed list that was typed, in any of its spellings.
 * @throws LedgerError `invalid`, naming the option, the nearest word and all of them.
 */
export function wordOf<const Word extends string>(option: string, typed: string, words: readonly Word[]): Word {
  const spelled = spell(typed);
  const found = words.find((word) => word === spelled);
  if (found !== undefined) return found;
  throw new LedgerError('invalid', `${option}: there is no "${typed}"${didYouMean(spelled, words)}`, {
    hint: `one of: ${words.join(', ')}`,
  });
}

/** The same for an option that may be absent. */
export function optionalWord<const Word extends string>(
  option: string,
  typed: string | undefined,
  words: readonly Word[],
): Word | undefined {
  return typed === undefined ? undefined : wordOf(option, typed, words);
}
