import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitsPattern } from './claim-pattern.ts';

it.each([
  ['octo/api', 'octo/*', true],
  ['octo/api/x', 'octo/*', false],
  ['octo/api/x', 'octo/**', true],
  ['octopus/api', 'octo/*', false],
  ['xocto/api', 'octo/*', false],
  ['octo/api\nx', 'octo/api', false],
  ['refs/heads/release/2', 'refs/heads/release/*', true],
  ['refs/heads/main', '**/main', true],
  ['a.b', 'a?b', false],
  ['aXb', 'a.b', false],
])('%j fits %j: %s', (text, pattern, fits) => {
  expect(fitsPattern(text, pattern)).toBe(fits);
});

it('fits every text to itself, whatever characters it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('*'));
      expect(fitsPattern(text, text)).toBe(true);
    }),
  );
});
