import { expect, test } from 'vitest';
import { twoSidedNormalTail } from './normal-tail.ts';

test.each([
  [0, 1],
  [1, 0.31731050786291415],
  [1.959963984540054, 0.05],
  [2.8, 0.005110260660855],
  [5, 5.733031437583869e-7],
  [10, 1.523970604832105e-23],
])('knows how rare it is to be %f standard deviations away', (z, expected) => {
  expect(twoSidedNormalTail(z) / expected).toBeCloseTo(1, 7);
  expect(twoSidedNormalTail(-z)).toBe(twoSidedNormalTail(z));
});

test('goes on without a step where the two ways to compute it meet', () => {
  const at = 2 * Math.SQRT2;
  expect(twoSidedNormalTail(at - 1e-12) / twoSidedNormalTail(at + 1e-12)).toBeCloseTo(1, 9);
});
