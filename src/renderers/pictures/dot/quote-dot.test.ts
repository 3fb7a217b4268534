import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileNames } from '../../../../test/support/graph-pictures.ts';
import { quoteDot, quoteDotLines } from './quote-dot.ts';

const anyText = fc.oneof(fc.constantFrom(...hostileNames, '\u202eevil\u2069'), fc.string({ unit: 'binary' }));

/** What Graphviz shows for a quoted string: the lexer takes `\"`, labels take `\\` and entities. */
function shownBy(quoted: string): string {
  return quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\').replaceAll('&amp;', '&');
}

test('is shown by Graphviz as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(quoteDot(text)).toMatch(/^"(?:[^"\\]|\\["\\])*"$/);
      expect(shownBy(quoteDot(text))).toBe(text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd'));
    }),
  );
});

test('starts the lines of a list at the left edge', () => {
  expect(quoteDotLines(['a', 'b\\l', 'c'], 'flush left')).toBe('"a\\nb\\\\l\\lc\\l"');
  expect(quoteDotLines(['a', 'b'], 'centred')).toBe('"a\\nb"');
});
