import fc from 'fast-check';
import { expect, test } from 'vitest';
import { theilSenSlope } from './theil-sen.ts';

const line = (slope: number, n: number) => Array.from({ length: n }, (_, x) => ({ x, y: 3 + slope * x }));

test('finds the slope of a line, whatever a few wild values do', () => {
  expect(theilSenSlope(line(2, 12))).toBe(2);
  expect(theilSenSlope([...line(2, 12), { x: 12, y: 10_000 }, { x: 13, y: -10_000 }])).toBe(2);
});

test('has no slope for points that have no two places', () => {
  expect(theilSenSlope([])).toBeNull();
  expect(theilSenSlope([{ x: 1, y: 5 }])).toBeNull();
  expect(
    theilSenSlope([
      { x: 1, y: 5 },
      { x: 1, y: 9 },
    ]),
  ).toBeNull();
});

test('scales with the values and stays with a shift', () => {
  const ys = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(ys, (values) => {
      const points = values.map((y, x) => ({ x, y }));
      const moved = points.map(({ x, y }) => ({ x: x + 7, y: y * 4 - 100 }));
      expect(theilSenSlope(moved)).toBeCloseTo((theilSenSlope(points) ?? 0) * 4, 9);
    }),
  );
});
