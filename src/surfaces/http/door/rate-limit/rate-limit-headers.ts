import type { RatePolicy, Taken } from './token-bucket.ts';

/** The name of our one policy in both fields. */
const policyName = 'default';

/**
 * Tells a client how much it may still ask for, in the fields of draft-ietf-httpapi-ratelimit-headers-10, which may change until it is
 * an RFC: `q` requests in a window of `w` seconds; `r` are left, and the whole quota is there again in `t` seconds.
 */
export function rateLimitHeaders({ perSecond, burst }: RatePolicy, { bucket }: Taken): Record<string, string> {
  const left = bucket.thousandths / 1000;
  const fullInSeconds = Math.ceil((burst - left) / perSecond);
  return {
    'ratelimit-policy': `"${policyName}";q=${burst};w=${Math.ceil(burst / perSecond)}`,
    ratelimit: `"${policyName}";r=${Math.floor(left)};t=${fullInSeconds}`,
  };
}
