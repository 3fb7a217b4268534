import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, padding, truncate } from './display-width.ts';

test.each([
  ['', 0],
  ['api', 3],
  ['Zoë', 3],
  ['Zoe\u0308', 3],
  ['決済', 4],
  ['ｶﾅ', 2],
  ['ＡＢ', 4],
  ['각', 2],
  ['\u1100\u1161\u11a8', 2],
  ['🚀', 2],
  ['✓', 1],
  ['❤', 1],
  ['❤️', 2],
  ['👩‍👩‍👧', 2],
  ['🇩🇪', 2],
  ['नमस्ते', 4],
  ['a\u200bb', 2],
  ['𠀀', 2],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('cuts between graphemes and says so', () => {
  expect(truncate('deployment', 7)).toBe('deploy…');
  expect(truncate('deploy', 6)).toBe('deploy');
  expect(truncate('決済サービス', 6)).toBe('決済…');
  expect(truncate('ab 👩‍👩‍👧', 4)).toBe('ab…');
  expect(truncate('ab', 1)).toBe('…');
});

test('never cuts to more than was asked for, and keeps what fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
      const cut = truncate(text, width);
      expect(displayWidth(cut)).toBeLessThanOrEqual(width);
      if (displayWidth(text) <= width) expect(cut).toBe(text);
    }),
  );
});

test('pads by columns, not by characters', () => {
  expect(padding('決済', 6)).toBe('  ');
  expect(padding('long', 2)).toBe('');
});
