import * as v from 'valibot';
import { parseTime } from '../instant.ts';
import { didYouMean } from '../suggest.ts';
import { spell } from '../vocabulary.ts';

const controlCharacter = /\p{Cc}/u;
const controlCharacterInText = /[^\P{Cc}\n\r\t]/u;
export const longestNameChars = 1024;
const longestTextBytes = 32_768;

/** A name of anything: any Unicode, NFC, 1 to 1,024 characters, no control characters and no lone surrogates. */
export const name = v.pipe(
  v.string((issue) => `${JSON.stringify(issue.input)} is not a name: write it as a string`),
  v.check((text) => text.isWellFormed(), 'holds half a surrogate pair, which is no character'),
  v.normalize('NFC'),
  v.check((text) => text.trim() !== '', 'is empty'),
  v.maxLength(
    longestNameChars,
    (issue) => `is ${issue.input.length} characters long; at most ${longestNameChars} are kept`,
  ),
  v.check(
    (text) => !controlCharacter.test(text),
    (issue) => `${JSON.stringify(issue.input)} holds a control character`,
  ),
);

/** An id that a caller chose: 1 to 256 characters. */
export const id = v.pipe(
  name,
  v.maxLength(256, (issue) => `is ${issue.input.length} characters long; an id has at most 256`),
);

/** Free text, which will be sealed: line breaks and tabs are allowed, other control characters are not. */
export const text = v.pipe(
  v.string(),
  v.check((value) => value.isWellFormed(), 'holds half a surrogate pair, which is no character'),
  v.normalize('NFC'),
  v.check((value) => !controlCharacterInText.test(value), 'holds a control character'),
  v.check(
    (value) => Buffer.byteLength(value) <= longestTextBytes,
    'is longer than 32 KiB; keep it elsewhere and record a link',
  ),
);

/** A team: in the clear for ever, so an e-mail address is refused. */
export const teamName = v.pipe(
  name,
  v.check(
    (value) => !value.includes('@'),
    (issue) => `"${issue.input}" looks like a person's address; owners are kept in the clear, so name the team`,
  ),
);

/** A time as parseTime reads it, kept as it was written until the clock is known. */
export const time = v.pipe(
  v.union([v.string(), v.number()], (issue) => `${JSON.stringify(issue.input)} is not a time`),
  v.check(
    isTime,
    (issue) =>
      `${JSON.stringify(issue.input)} is not a time; write 2026-01-15T10:00:00Z, 2026-01-15, unix seconds, now, -2h or 7d`,
  ),
);

export const count = v.pipe(
  v.number((issue) => `${JSON.stringify(issue.input)} is not a number`),
  v.check(
    (value) => Number.isSafeInteger(value) && value >= 0,
    (issue) => `${issue.input} is not a whole number of 0 or more`,
  ),
);
export const percentage = v.pipe(
  v.number(),
  v.minValue(0, (issue) => `${issue.input} is not a percentage from 0 to 100`),
  v.maxValue(100, (issue) => `${issue.input} is not a percentage from 0 to 100`),
);

/** One word of a closed list, in any of its spellings; an unknown one is answered with the nearest and the whole list. */
export function oneOf<const Words extends readonly string[]>(what: string, words: Words) {
  return v.pipe(
    v.string(),
    v.transform(spell),
    v.picklist(words, (issue) => {
      const typed = String(issue.input);
      return `unknown ${what} "${typed}"${didYouMean(typed, words) || '.'} One of: ${words.join(', ')}`;
    }),
  );
}

function isTime(value: string | number): boolean {
  try {
    parseTime(value, Date.UTC(2000, 0));
    return true;
  } catch {
    return false;
  }
}
