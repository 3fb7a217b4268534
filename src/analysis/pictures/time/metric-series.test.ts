import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from './metric-series.ts';
import { valueAxis } from './value-axis.ts';

describe('runsOf', () => {
  it('breaks a series at each point without a value', () => {
    const points = [1, null, null, 0, 3].map((value, index) => ({ fromMs: index, value }));
    expect(runsOf(points)).toEqual([
      [{ fromMs: 0, value: 1 }],
      [
        { fromMs: 3, value: 0 },
        { fromMs: 4, value: 3 },
      ],
    ]);
  });
});

describe('valueAxis', () => {
  it('reaches from 0 to at least the largest value in no more steps than asked for', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(values, fc.constantFrom('s', 'ratio', '1/d'), fc.integer({ min: 1, max: 6 }), (all, unit, most) => {
        const { max, ticks } = valueAxis(all, unit, most);
        expect(max).toBeGreaterThan(0);
        expect(max).toBeGreaterThanOrEqual(Math.max(0, ...all) * (1 - 1e-6));
        expect(ticks[0]).toBe(0);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });

  it('counts time in hours and days', () => {
    expect(valueAxis([50_000], 's', 3).ticks).toEqual([0, 21_600, 43_200, 64_800]);
  });

  it('has a top where all values are zero, or there is none', () => {
    expect(valueAxis([0, 0], 'ratio', 2).max).toBe(1);
    expect(valueAxis([], 's', 2).max).toBe(1);
  });
});
