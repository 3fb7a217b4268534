import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentile } from '../statistics.ts';
import { percentilesOf } from './quantiles.ts';

const values = fc.oneof(
  fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }),
  fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 300 }),
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { maxLength: 60 }),
);
const percents = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 5 }).map((all) => all.sort((a, b) => a - b));

it('selects the percentiles that sorting finds', () => {
  fc.assert(
    fc.property(values, percents, (all, asked) => {
      const found = percentilesOf(Float64Array.from(all), asked);
      expect(found.map((value) => value + 0)).toEqual(
        asked.map((percent) => (percentile(all, percent) ?? Number.NaN) + 0),
      );
    }),
  );
});

it('loses no value on the way', () => {
  fc.assert(
    fc.property(values, percents, (all, asked) => {
      const moved = Float64Array.from(all);
      percentilesOf(moved, asked);
      expect(moved.sort()).toEqual(Float64Array.from(all).sort());
    }),
  );
});

it.each([
  ['in order', (i: number) => i],
  ['in reverse', (i: number) => -i],
  ['all the same', () => 7],
  ['rising and falling', (i: number) => Math.min(i, 100_000 - i)],
])('selects among 100,000 that are %s', (_, valueAt) => {
  const all = Array.from({ length: 100_000 }, (_, i) => valueAt(i));
  expect(percentilesOf(Float64Array.from(all), [50, 75, 90])).toEqual([50, 75, 90].map((p) => percentile(all, p)));
});
