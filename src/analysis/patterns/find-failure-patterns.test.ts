import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from './compare-with-rest.ts';
import { findFailurePatterns, leastDays } from './find-failure-patterns.ts';
import type { Traits } from './traits.ts';

const plain: Traits = {
  service: 'api',
  strategy: 'rolling',
  kind: 'application',
  planned: 'planned',
  hour: '10:00',
  weekday: 'Monday',
  'change-size': '1 commit',
  'version-jump': 'minor',
  experience: '10 or more earlier',
};

const outcomes = (count: number, failed: number, traits: Partial<Traits> = {}): Outcome[] =>
  Array.from({ length: count }, (_, day) => ({ traits: { ...plain, ...traits }, day, failed: day < failed }));

test('finds the weekday on which changes fail more often than on others', () => {
  const { candidates } = findFailurePatterns([...outcomes(200, 8), ...outcomes(40, 12, { weekday: 'Friday' })], 0.05);
  expect(candidates).toHaveLength(2);
  expect(candidates[0]).toMatchObject({
    trait: 'weekday',
    value: 'Friday',
    changes: 40,
    failed: 12,
    failureRate: 0.3,
    restChanges: 200,
    restFailed: 8,
    restFailureRate: 0.04,
    lift: 0.3 / (20 / 240),
    days: 40,
    failedDays: 12,
    pattern: true,
  });
  expect(candidates[1]).toMatchObject({ value: 'Monday', pattern: false });
});

test('calls nothing a pattern that chance explains', () => {
  const { candidates } = findFailurePatterns([...outcomes(200, 8), ...outcomes(40, 3, { weekday: 'Friday' })], 0.05);
  expect(candidates.map(({ pattern }) => pattern)).toEqual([false, false]);
});

test('leaves values out that occur on too few days, but says how many', () => {
  const few = outcomes(leastDays - 1, leastDays - 1, { service: 'new' });
  expect(findFailurePatterns([...outcomes(100, 1), ...few], 0.05)).toEqual({ candidates: [], tooFew: 2 });
});

test.each([
  ['without any change', []],
  ['when nothing failed', [...outcomes(50, 0), ...outcomes(50, 0, { kind: 'configuration' })]],
  ['when everything failed', [...outcomes(50, 50), ...outcomes(50, 50, { kind: 'configuration' })]],
])('has nothing to compare %s', (_, all) => {
  expect(findFailurePatterns(all, 0.05)).toEqual({ candidates: [], tooFew: 0 });
});

test('does not take two bad days for a pattern of what was deployed on them', () => {
  const wednesday = { ...plain, weekday: 'Wednesday' };
  const quiet = Array.from({ length: 120 }, (_, day) => many(10, { traits: plain, day, failed: false }));
  const calm = Array.from({ length: 40 }, (_, week) => many(10, { traits: wednesday, day: 200 + week, failed: false }));
  const bad = [300, 301].map((day) => many(20, { traits: wednesday, day, failed: true }));
  const { candidates } = findFailurePatterns([...quiet, ...calm, ...bad].flat(), 0.05);
  expect(candidates[0]).toMatchObject({ value: 'Wednesday', failed: 40, failedDays: 2, pattern: false });
  // Two bad days among 42 of its own and 120 others: near what the days alone would say.
  expect(candidates[0]?.p).toBeCloseTo(0.066, 1);
});

test('reports a pattern in pure noise no more often than its threshold says, also when failures come on the same days', () => {
  const [threshold, rounds] = [0.1, 200];
  const random = sequence(42);
  for (const badDays of [0, 0.05]) {
    let reported = 0;
    for (let round = 0; round < rounds; round++) {
      const noise = anyDays(100, 4, random, () => (random() < badDays ? 0.9 : 0.15));
      if (findFailurePatterns(noise, threshold).candidates.some(({ pattern }) => pattern)) reported++;
    }
    // Four standard deviations above the threshold; without a correction nearly every round would report one.
    expect(reported / rounds).toBeLessThan(threshold + 4 * Math.sqrt((threshold * (1 - threshold)) / rounds));
  }
});

test('finds a pattern that was planted among noise, and hardly another', () => {
  const random = sequence(7);
  let [found, others] = [0, 0];
  for (let round = 0; round < 50; round++) {
    const planted = anyDays(150, 4, random, () => 0.08).map((outcome) =>
      outcome.traits['version-jump'] === 'major' ? { ...outcome, failed: random() < 0.45 } : outcome,
    );
    const patterns = findFailurePatterns(planted, 0.05).candidates.filter(({ pattern }) => pattern);
    if (patterns.some(({ value }) => value === 'major')) found++;
    others += patterns.filter(({ value }) => value !== 'major').length;
  }
  expect(found).toBeGreaterThanOrEqual(49);
  expect(others).toBeLessThan(10);
});

test('counts every change once on either side, with numbers that are numbers', () => {
  const outcome = fc.record({
    traits: fc.record({
      ...Object.fromEntries(
        Object.entries(plain).map(([trait, value]) => [trait, fc.constantFrom(value, 'other', '?')]),
      ),
    }),
    day: fc.nat(30),
    failed: fc.boolean(),
  }) as fc.Arbitrary<Outcome>;
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 60 }), (all) => {
      const failed = all.filter((one) => one.failed).length;
      for (const candidate of findFailurePatterns(all, 0.05).candidates) {
        expect(candidate.changes + candidate.restChanges).toBe(all.length);
        expect(candidate.failed + candidate.restFailed).toBe(failed);
        const { failureRate, restFailureRate, lift, p, q } = candidate;
        expect([failureRate, restFailureRate, p, q].every((rate) => rate >= 0 && rate <= 1)).toBe(true);
        expect(Number.isFinite(lift) && q >= p).toBe(true);
      }
    }),
  );
});

function many(count: number, outcome: Outcome): Outcome[] {
  return Array.from({ length: count }, () => outcome);
}

/** Changes that have nothing to do with one another but their days, each of which has a rate of failure of its own. */
function anyDays(days: number, aDay: number, random: () => number, rateOfDay: () => number): Outcome[] {
  return Array.from({ length: days }, (_, day) => {
    const rate = rateOfDay();
    const weekday = String(day % 7);
    return Array.from({ length: aDay }, () => ({
      traits: { ...anyTraits(random), weekday },
      day,
      failed: random() < rate,
    }));
  }).flat();
}

/** Traits as a fleet of forty services has them, drawn apart from one another. */
function anyTraits(random: () => number): Traits {
  const any = (count: number) => String(Math.floor(random() * count));
  return {
    service: any(40),
    strategy: any(3),
    kind: any(4),
    planned: any(2),
    hour: any(24),
    weekday: any(7),
    'change-size': any(5),
    'version-jump': ['major', 'minor', 'patch', 'patch', 'minor'][Math.floor(random() * 5)] ?? '',
    experience: any(4),
  };
}

/** Numbers from 0 to 1 that look random and are the same each time: a linear congruential generator. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
