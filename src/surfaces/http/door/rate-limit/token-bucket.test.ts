import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Bucket, type RatePolicy, takeOne } from './token-bucket.ts';

const policies = fc.record({ perSecond: fc.integer({ min: 1, max: 500 }), burst: fc.integer({ min: 1, max: 2000 }) });
const gapsMs = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 5000 })), {
  minLength: 1,
  maxLength: 300,
});

/** The moments at which requests come, and which of them are answered. */
function play(policy: RatePolicy, gaps: readonly number[]) {
  let bucket: Bucket | undefined;
  let nowMs = 1_000_000;
  return gaps.map((gap) => {
    nowMs += gap;
    const taken = takeOne(bucket, nowMs, policy);
    bucket = taken.bucket;
    return { ...taken, atMs: nowMs };
  });
}

it('answers no more requests in any stretch of time than a burst and the rate allow', () => {
  fc.assert(
    fc.property(policies, gapsMs, (policy, gaps) => {
      const answered = play(policy, gaps).filter(({ allowed }) => allowed);
      for (const [first, from] of answered.entries()) {
        for (const [last, to] of answered.entries()) {
          if (last < first) continue;
          const mostThousandths = policy.burst * 1000 + policy.perSecond * (to.atMs - from.atMs);
          expect((last - first + 1) * 1000).toBeLessThanOrEqual(mostThousandths);
        }
      }
    }),
    { numRuns: 50 },
  );
});

it('never refuses whoever keeps to the rate', () => {
  fc.assert(
    fc.property(policies, fc.integer({ min: 1, max: 300 }), (policy, count) => {
      const gaps = Array.from({ length: count }, () => Math.ceil(1000 / policy.perSecond));
      expect(play(policy, gaps).every(({ allowed }) => allowed)).toBe(true);
    }),
  );
});

it('answers a whole burst at once after any rest', () => {
  fc.assert(
    fc.property(policies, gapsMs, (policy, gaps) => {
      const restMs = Math.ceil((policy.burst / policy.perSecond) * 1000);
      const burst = Array.from({ length: policy.burst + 1 }, (_, place) => (place === 0 ? restMs : 0));
      const taken = play(policy, [...gaps, ...burst]).slice(gaps.length);
      expect(taken.map(({ allowed }) => allowed).lastIndexOf(true)).toBe(policy.burst - 1);
    }),
    { numRuns: 50 },
  );
});

it('tells who was refused when to come back, and not a moment too early or late', () => {
  fc.assert(
    fc.property(policies, gapsMs, (policy, gaps) => {
      for (const { allowed, bucket, retryMs, atMs } of play(policy, gaps)) {
        if (allowed) continue;
        expect(takeOne(bucket, atMs + retryMs, policy).allowed).toBe(true);
        expect(takeOne(bucket, atMs + retryMs - 1, policy).allowed).toBe(false);
      }
    }),
  );
});

it('gives no credit for a clock that is set back', () => {
  const policy = { perSecond: 1, burst: 2 };
  const first = takeOne(undefined, 5000, policy);
  const second = takeOne(first.bucket, 0, policy);
  expect(second.allowed).toBe(true);
  expect(takeOne(second.bucket, 0, policy).allowed).toBe(false);
});
