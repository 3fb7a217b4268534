/** How many requests are answered: `perSecond` on and on, and up to `burst` at once after a rest. */
export interface RatePolicy {
  readonly perSecond: number;
  readonly burst: number;
}

/** How many more requests somebody has to their credit, as of a moment: in thousandths, so that reckoning with whole milliseconds is exact. */
export interface Bucket {
  readonly thousandths: number;
  readonly atMs: number;
}

/** What became of one request. */
export interface Taken {
  readonly allowed: boolean;
  /** The bucket afterwards. */
  readonly bucket: Bucket;
  /** How long until the next request is answered, in whole milliseconds; 0 while there is credit. */
  readonly retryMs: number;
}

const oneRequest = 1000;

/** Takes one request out of a bucket that fills up steadily; a new one is full. A clock that is set back fills nothing. */
export function takeOne(before: Bucket | undefined, nowMs: number, { perSecond, burst }: RatePolicy): Taken {
  const full = burst * oneRequest;
  const elapsedMs = before === undefined ? 0 : Math.max(0, nowMs - before.atMs);
  const filled = before === undefined ? full : Math.min(full, before.thousandths + elapsedMs * perSecond);
  const allowed = filled >= oneRequest;
  const thousandths = allowed ? filled - oneRequest : filled;
  const retryMs = Math.max(0, Math.ceil((oneRequest - thousandths) / perSecond));
  return { allowed, bucket: { thousandths, atMs: nowMs }, retryMs };
}
