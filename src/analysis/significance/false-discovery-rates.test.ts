import fc from 'fast-check';
import { expect, test } from 'vitest';
import { falseDiscoveryRates } from './false-discovery-rates.ts';

// The p-values of the example in the paper of 1995, which finds four discoveries among fifteen at the level of 0.05.
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 50 });

test('calls four of the fifteen tests of the published example discoveries', () => {
  const rates = falseDiscoveryRates(published);
  expect(rates.filter((rate) => rate <= 0.05)).toHaveLength(4);
  expect(rates[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
});

test('leaves a single test as it is', () => {
  expect(falseDiscoveryRates([0.03])).toEqual([0.03]);
  expect(falseDiscoveryRates([])).toEqual([]);
});

test('calls the same tests discoveries as the procedure of the paper does', () => {
  fc.assert(
    fc.property(probabilities, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (pValues, level) => {
      const sorted = pValues.toSorted((a, b) => a - b);
      const last = sorted.findLastIndex((p, index) => p * pValues.length <= level * (index + 1));
      const discovered = falseDiscoveryRates(pValues).filter((rate) => rate <= level);
      expect(discovered).toHaveLength(last < 0 ? 0 : sorted.filter((p) => p <= (sorted[last] ?? 0)).length);
    }),
  );
});

test('keeps the order of the p-values and never makes one smaller', () => {
  fc.assert(
    fc.property(probabilities, (pValues) => {
      const rates = falseDiscoveryRates(pValues);
      pValues.forEach((p, index) => {
        expect(rates[index]).toBeGreaterThanOrEqual(p);
        expect(rates[index]).toBeLessThanOrEqual(1);
      });
      const byP = pValues
        .map((p, index) => ({ p, rate: rates[index] ?? 0 }))
        .sort((a, b) => a.p - b.p || a.rate - b.rate);
      expect(byP.map(({ rate }) => rate)).toEqual(rates.toSorted((a, b) => a - b));
    }),
  );
});
