import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mannKendall } from './mann-kendall.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

test('is surer of a trend the more values follow it', () => {
  expect(mannKendall(upTo(10))).toEqual({ s: 45, p: expect.closeTo(8.303e-5, 7) });
  expect(mannKendall(upTo(20)).p).toBeLessThan(mannKendall(upTo(10)).p);
});

test('corrects the variance for ties', () => {
  // Two pairs and one three of equal values: (10·9·25 − 2·(2·1·9) − 3·2·11) / 18.
  const values = [3, 1, 2, 2, 4, 3, 3, 1, 5, 6];
  const { s, p } = mannKendall(values);
  const pairs = values.flatMap((later, place) => values.slice(0, place).map((before) => Math.sign(later - before)));
  expect(s).toBe(pairs.reduce((sum, sign) => sum + sign, 0));
  expect(p).toBeCloseTo(normalTail((Math.abs(s) - 1) / Math.sqrt(2148 / 18)), 6);
});

test.each([[[]], [[7]], [[3, 3, 3, 3, 3, 3, 3, 3, 3, 3]]])('sees no trend in %j', (values) => {
  expect(mannKendall(values)).toEqual({ s: 0, p: 1 });
});

test('is near the share of orders that are as clear, which for ten values can be counted', () => {
  const orders = ordersByInversions(10);
  const all = orders.reduce((sum, count) => sum + count, 0);
  for (let inversions = 0; inversions <= 22; inversions++) {
    const exact = (2 * orders.slice(0, inversions + 1).reduce((sum, count) => sum + count, 0)) / all;
    const { s, p } = mannKendall(withInversions(10, inversions));
    expect(s).toBe(45 - 2 * inversions);
    expect(Math.abs(p - exact)).toBeLessThan(0.015);
  }
});

test('sees the opposite trend in values that are turned round', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 }), (values) => {
      const [there, back] = [mannKendall(values), mannKendall(values.toReversed())];
      expect(back.s + there.s).toBe(0);
      expect(back.p).toBe(there.p);
      expect(there.p >= 0 && there.p <= 1).toBe(true);
    }),
  );
});

/** How many orders of n values have each number of pairs that fall (the Mahonian numbers). */
function ordersByInversions(n: number): number[] {
  let counts = [1];
  for (let size = 2; size <= n; size++) {
    counts = Array.from({ length: (size * (size - 1)) / 2 + 1 }, (_, inversions) =>
      upTo(size).reduce((sum, moved) => sum + (counts[inversions - moved] ?? 0), 0),
    );
  }
  return counts;
}

/** The numbers up to n, of which so many pairs fall. */
function withInversions(n: number, inversions: number): number[] {
  const order: number[] = [];
  let left = inversions;
  for (const value of upTo(n)) {
    const moved = Math.min(left, order.length);
    order.splice(order.length - moved, 0, value);
    left -= moved;
  }
  return order;
}

/** By the trapezoidal rule, from z on. */
function normalTail(z: number): number {
  const [steps, far] = [200_000, 12];
  const width = (far - z) / steps;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  return 2 * width * upTo(steps).reduce((sum, step) => sum + density(z + (step + 0.5) * width), 0);
}
