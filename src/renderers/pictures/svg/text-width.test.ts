import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, textWidth } from './text-width.ts';

test('cuts a text between graphemes to what fits, and says so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 300 }), (text, pixels) => {
      const fitted = fitText(text, pixels, 12);
      expect(textWidth(fitted, 12)).toBeLessThanOrEqual(pixels);
      if (fitted !== text) expect(text.startsWith(fitted.slice(0, -1))).toBe(true);
    }),
  );
});

test('does not part the pieces of an emoji', () => {
  expect(fitText('👩‍🚀👩‍🚀👩‍🚀', 45, 12)).toBe('👩‍🚀…');
});

test('takes East Asian characters to be wide and accents to take no room', () => {
  expect(textWidth('日', 10)).toBeGreaterThan(textWidth('M', 10));
  expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
});
