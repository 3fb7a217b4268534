import { expect, it } from 'vitest';
import { rateLimitHeaders } from './rate-limit-headers.ts';
import { takeOne } from './token-bucket.ts';

it('writes the fields as the draft has them', () => {
  const policy = { perSecond: 100, burst: 1000 };
  expect(rateLimitHeaders(policy, takeOne({ thousandths: 500_500, atMs: 0 }, 0, policy))).toEqual({
    'ratelimit-policy': '"default";q=1000;w=10',
    ratelimit: '"default";r=499;t=6',
  });
});
