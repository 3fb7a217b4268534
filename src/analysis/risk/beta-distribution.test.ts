import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaCdf, betaQuantile, logGamma } from './beta-distribution.ts';

test.each([
  [0.5, Math.log(Math.PI) / 2],
  [0.25, 1.2880225246980774],
  [1, 0],
  [5, Math.log(24)],
  [171.5, 709.1431630309282],
])('knows the logarithm of the gamma function of %f', (x, expected) => {
  expect(logGamma(x)).toBeCloseTo(expected, 9);
});

test.each([
  [0.3, 1, 1, 0.3],
  [0.3, 2, 1, 0.09],
  [0.5, 7, 7, 0.5],
  // P(K ≥ 3) of 10 tosses at 0.2, as a binomial sum.
  [0.2, 3, 8, 0.3222004736],
  [0, 2, 3, 0],
  [1, 2, 3, 1],
])('knows how likely a variable is at most %f under Beta(%f, %f)', (x, a, b, expected) => {
  expect(betaCdf(x, a, b)).toBeCloseTo(expected, 10);
});

const parameter = fc.double({ min: 0.01, max: 10_000, noNaN: true });

test('finds quantiles that the distribution function confirms', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), parameter, parameter, (probability, a, b) => {
      const x = betaQuantile(probability, a, b);
      expect(x >= 0 && x <= 1).toBe(true);
      const isInside = x > 1e-9 && x < 1 - 1e-9;
      if (isInside) expect(betaCdf(x, a, b)).toBeCloseTo(probability, 4);
    }),
  );
});
