import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percent, percents } from './percent.ts';

test('says 0 % and 100 % only where it is so', () => {
  expect([percent(1, 1000), percent(999, 1000), percent(1000, 1000), percent(0, 3), percent(0, 0)]).toEqual([
    '1 %',
    '99 %',
    '100 %',
    '0 %',
    '–',
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (whole, drawn) => {
      const part = Math.min(whole, drawn);
      expect(Math.abs(percents(part, whole) - (100 * part) / whole)).toBeLessThanOrEqual(1);
    }),
  );
});
