import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatRanges, heatStep } from './heat-steps.ts';

describe('heatRanges', () => {
  it('names the shade of every count exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 6 }), (largest, steps) => {
        const ranges = heatRanges(largest, steps);
        for (let count = 1; count <= largest; count++) {
          const shades = ranges.filter(({ from, to }) => from <= count && count <= to).map(({ step }) => step);
          expect(shades).toEqual([heatStep(count, largest, steps)]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
