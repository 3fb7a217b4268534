import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureProbability } from './failure-probability.ts';
import { fitFleetPrior, type Tally } from './fleet-prior.ts';

const anyTally = fc
  .tuple(fc.nat(200), fc.nat(200))
  .map(([a, b]): Tally => ({ failed: Math.min(a, b), changes: Math.max(a, b) }));

test('trusts the fleet when services are alike, and their own record when they differ', () => {
  const alike = fitFleetPrior(Array.from({ length: 20 }, () => ({ failed: 5, changes: 50 })));
  const different = fitFleetPrior(
    Array.from({ length: 20 }, (_, index) => ({ failed: index % 2 === 0 ? 0 : 45, changes: 50 })),
  );
  expect(alike.mean).toBeCloseTo(0.1, 2);
  expect(alike.strength).toBeGreaterThan(500);
  expect(different.strength).toBeLessThan(3);
});

test('takes one change as the worth of a fleet of fewer than three', () => {
  expect(fitFleetPrior([{ failed: 1, changes: 3 }])).toEqual({ alpha: 0.375, beta: 0.625, mean: 0.375, strength: 1 });
});

test('gives a service without changes what the fleet says', () => {
  const prior = fitFleetPrior([{ failed: 1, changes: 3 }]);
  expect(failureProbability({ failed: 0, changes: 0 }, prior).value).toBe(prior.mean);
});

test('is never certain, in any fleet', () => {
  fc.assert(
    fc.property(fc.array(anyTally, { maxLength: 20 }), anyTally, (fleet, own) => {
      const prior = fitFleetPrior([...fleet, own]);
      const { value, low, high } = failureProbability(own, prior);
      expect(0 <= low && low <= high && high <= 1).toBe(true);
      expect(0 < value && value < 1).toBe(true);
      const rate = own.changes === 0 ? prior.mean : own.failed / own.changes;
      const [least, most] = [Math.min(rate, prior.mean), Math.max(rate, prior.mean)];
      expect(least - 1e-12 <= value && value <= most + 1e-12).toBe(true);
    }),
  );
});
