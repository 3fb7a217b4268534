import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designEffect } from './design-effect.ts';

test('finds as many independent observations as clusters when each is all or nothing', () => {
  const allOrNothing = Array.from({ length: 100 }, (_, index) => ({ size: 20, having: index % 4 === 0 ? 20 : 0 }));
  expect(designEffect(allOrNothing)).toBeCloseTo(20 * (100 / 99) * (1999 / 2000), 9);
});

test('finds nothing shared among clusters of one', () => {
  const ones = Array.from({ length: 40 }, (_, index) => ({ size: 1, having: index < 12 ? 1 : 0 }));
  expect(designEffect(ones)).toBeCloseTo(1, 12);
});

test('leaves alone what is spread evenly, or varies not at all', () => {
  expect(designEffect(Array.from({ length: 50 }, () => ({ size: 10, having: 2 })))).toBe(1);
  expect(
    designEffect([
      { size: 10, having: 10 },
      { size: 5, having: 5 },
    ]),
  ).toBe(1);
  expect(designEffect([{ size: 10, having: 3 }])).toBe(1);
  expect(designEffect([])).toBe(1);
});

test('is a number from 1 on', () => {
  const cluster = fc.nat(50).chain((size) => fc.record({ size: fc.constant(size), having: fc.nat(size) }));
  fc.assert(
    fc.property(fc.array(cluster), (clusters) => {
      const effect = designEffect(clusters);
      expect(Number.isFinite(effect) && effect >= 1).toBe(true);
    }),
  );
});
