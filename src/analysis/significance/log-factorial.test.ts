import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logFactorial } from './log-factorial.ts';

test.each([
  [0, 0],
  [1, 0],
  [10, 15.104412573075516],
  [31, 78.0922235533153],
  [32, 81.55795945611503],
  [100, 363.73937555556347],
  [100_000, 1_051_299.2218991187],
])('knows the logarithm of %i!', (n, expected) => {
  expect(logFactorial(n)).toBeCloseTo(expected, n > 1000 ? 8 : 11);
});

test('grows from one factorial to the next by the logarithm of the factor', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (n) => {
      const growth = logFactorial(n) - logFactorial(n - 1);
      expect(Math.abs(growth - Math.log(n))).toBeLessThan(1e-14 * Math.max(10, logFactorial(n)));
    }),
  );
});
