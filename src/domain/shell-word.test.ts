import { expect, test } from 'vitest';
import { shellWord } from './shell-word.ts';

test.each([
  ['payments-api@2.0', 'payments-api@2.0'],
  ['', "''"],
  ['two words', "'two words'"],
  ["it's `id`; $(id)", "'it'\\''s `id`; $(id)'"],
  ['~root', "'~root'"],
])('gives a shell %j as %s', (text, word) => {
  expect(shellWord(text)).toBe(word);
});
