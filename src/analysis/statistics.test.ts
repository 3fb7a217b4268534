import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, median, percentile } from './statistics.ts';

const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 50 });

describe('a percentile', () => {
  it('lies between two values in proportion to their distance', () => {
    expect(percentile([10, 20, 30, 40], 50)).toBe(25);
    expect(percentile([10, 20, 30, 40], 90)).toBe(37);
    expect(percentile([60, 30, 90, 420], 90)).toBe(321);
    expect(percentile([7], 90)).toBe(7);
  });

  it('sorts by value, not by text', () => {
    expect(median([100, 20, 3])).toBe(20);
  });

  it('is null when there is no value', () => {
    expect([percentile([], 90), median([]), mean([])]).toEqual([null, null, null]);
  });

  it('never leaves the range of the values and never falls as the percentage rises', () => {
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (of, a, b) => {
          const [low, high] = [
            percentile(of, Math.min(a, b)) ?? Number.NaN,
            percentile(of, Math.max(a, b)) ?? Number.NaN,
          ];
          expect(low).toBeGreaterThanOrEqual(Math.min(...of));
          expect(high).toBeLessThanOrEqual(Math.max(...of));
          expect(low).toBeLessThanOrEqual(high);
        },
      ),
    );
  });
});
