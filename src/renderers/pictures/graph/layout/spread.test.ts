import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread.ts';

const rows = fc.array(fc.record({ wanted: fc.integer({ min: -50, max: 50 }), gap: fc.integer({ min: 0, max: 20 }) }), {
  minLength: 1,
  maxLength: 8,
});

function cost(places: readonly number[], wanted: readonly number[]): number {
  return places.reduce((sum, place, index) => sum + (place - (wanted[index] ?? 0)) ** 2, 0);
}

test('keeps every gap, and moves no more than needed', () => {
  fc.assert(
    fc.property(rows, fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 8, maxLength: 8 }), (row, shifts) => {
      const [wanted, gaps] = [row.map((each) => each.wanted), row.map((each) => each.gap)];
      const places = spread(wanted, gaps);
      const keepsGaps = (at: readonly number[]) =>
        at.every((place, index) => index === 0 || place - (at[index - 1] ?? 0) >= (gaps[index] ?? 0) - 1e-9);
      expect(keepsGaps(places)).toBe(true);
      const shifted = places.map((place, index) => place + (shifts[index] ?? 0));
      if (keepsGaps(shifted)) expect(cost(shifted, wanted)).toBeGreaterThanOrEqual(cost(places, wanted) - 1e-6);
    }),
  );
});

test('leaves alone what is far enough apart', () => {
  expect(spread([0, 10, 30], [0, 10, 5])).toEqual([0, 10, 30]);
});
