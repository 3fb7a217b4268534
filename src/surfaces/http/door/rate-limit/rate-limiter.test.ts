import { expect, it } from 'vitest';
import { RateLimiter } from './rate-limiter.ts';

const policy = { perSecond: 1, burst: 1 };

it('counts each by itself', () => {
  const limiter = new RateLimiter();
  expect(['a', 'b', 'a', 'b'].map((key) => limiter.take(key, 0, policy).allowed)).toEqual([true, true, false, false]);
});

it('remembers no more than fit, and forgets those first who were quiet for longest', () => {
  const limiter = new RateLimiter();
  limiter.take('quiet', 0, policy);
  limiter.take('busy', 0, policy);
  for (let stranger = 0; stranger < 50_000; stranger++) {
    limiter.take(`stranger ${stranger}`, 0, policy);
    limiter.take('busy', 0, policy);
  }
  expect(limiter.size).toBe(20_000);
  expect(limiter.take('busy', 0, policy).allowed).toBe(false);
  expect(limiter.take('quiet', 0, policy).allowed).toBe(true);
});
