import { type Bucket, type RatePolicy, type Taken, takeOne } from './token-bucket.ts';

/** Some 3 MB. Whoever was quiet for long has a full bucket anyway, which need not be remembered. */
const mostBuckets = 20_000;

/** Counts requests by who sent them. Memory is bounded: those who were quiet for longest are forgotten first. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  get size(): number {
    return this.#buckets.size;
  }

  take(key: string, nowMs: number, policy: RatePolicy): Taken {
    const taken = takeOne(this.#buckets.get(key), nowMs, policy);
    this.#buckets.delete(key);
    this.#buckets.set(key, taken.bucket);
    if (this.#buckets.size > mostBuckets) this.#forgetOldest();
    return taken;
  }

  #forgetOldest(): void {
    for (const key of this.#buckets.keys()) {
      this.#buckets.delete(key);
      return;
    }
  }
}
