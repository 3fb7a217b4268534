import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisherExactGreater } from './fisher-exact.ts';

const table = (groupWith: number, groupWithout: number, restWith: number, restWithout: number) => ({
  groupWith,
  groupSize: groupWith + groupWithout,
  restWith,
  restSize: restWith + restWithout,
});

test.each([
  ['eight cups of tea, all told apart', table(4, 0, 0, 4), 1 / 70],
  ['eight cups of tea, six told apart', table(3, 1, 1, 3), 17 / 70],
  ['eight cups of tea, none told apart', table(0, 4, 4, 0), 1],
  ['the convicted twins of criminals', table(10, 3, 2, 15), 0.00046518094336290503],
  ['30 of 500 against 400 of 10,000', table(30, 470, 400, 9600), 0.022850400155767822],
  ['60 of 500 against 400 of 10,000', table(60, 440, 400, 9600), 5.733469901306302e-13],
])('finds what the literature or exact fractions say: %s', (_, counts, expected) => {
  expect(fisherExactGreater(counts) / expected).toBeCloseTo(1, 9);
});

test('agrees with a sum over every table with the same margins', () => {
  const count = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      let [atLeast, all] = [0, 0];
      for (let with_ = Math.max(0, a + c - (c + d)); with_ <= Math.min(a + b, a + c); with_++) {
        const ways = choose(a + b, with_) * choose(c + d, a + c - with_);
        all += ways;
        if (with_ >= a) atLeast += ways;
      }
      expect(fisherExactGreater(table(a, b, c, d))).toBeCloseTo(atLeast / all, 10);
    }),
  );
});

test('stays a probability with a hundred thousand of each', () => {
  const count = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const p = fisherExactGreater(table(a, b, c, d));
      expect(p >= 0 && p <= 1).toBe(true);
    }),
  );
});

test('falls with each further one of the group that has the property', () => {
  const p = Array.from({ length: 61 }, (_, having) => fisherExactGreater(table(having, 500 - having, 400, 9600)));
  expect(p).toEqual(p.toSorted((a, b) => b - a));
});

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
}
