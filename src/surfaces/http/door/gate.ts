import { hasCode } from '../../../domain/errors.ts';
import type { HttpHost, Peer } from '../http-host.ts';
import { HttpError } from '../problem/problem.ts';
import type { Caller } from './caller.ts';
import { addressKey } from './rate-limit/address-key.ts';
import { rateLimitHeaders } from './rate-limit/rate-limit-headers.ts';
import { RateLimiter } from './rate-limit/rate-limiter.ts';
import type { RatePolicy } from './rate-limit/token-bucket.ts';

/** So many seconds' worth of requests may come at once. */
const burstSeconds = 10;

export interface Admitted {
  readonly caller: Caller | undefined;
  /** What tells the client how much more it may ask for. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks the door who sends a request, and holds everybody to the rate limit: tokens by themselves, all others by their address. */
export class Gate {
  readonly #host: Pick<HttpHost, 'door' | 'settings' | 'nowMs'>;
  readonly #limiter = new RateLimiter();

  constructor(host: Pick<HttpHost, 'door' | 'settings' | 'nowMs'>) {
    this.#host = host;
  }

  /** @throws HttpError 429 with when to come back; what the door throws. */
  async admit(request: Request, peer: Peer): Promise<Admitted> {
    const caller = await this.#callerOf(request, peer);
    // Where no token was ever created, only this machine gets in.
    if (caller !== undefined && caller.token === null) return { caller, headers: {} };
    const headers = this.#take(caller?.token ?? addressKey(peer.address));
    return { caller, headers };
  }

  /** Whoever tries out secrets is held to the limit of their address. */
  async #callerOf(request: Request, peer: Peer): Promise<Caller | undefined> {
    try {
      return await this.#host.door.admit(request, peer);
    } catch (error) {
      if (hasCode(error, 'unauthenticated')) this.#take(addressKey(peer.address));
      throw error;
    }
  }

  #take(key: string): Record<string, string> {
    const { rateLimit } = this.#host.settings;
    if (rateLimit === null) return {};
    const policy: RatePolicy = { perSecond: rateLimit, burst: rateLimit * burstSeconds };
    const taken = this.#limiter.take(key, this.#host.nowMs(), policy);
    const headers = rateLimitHeaders(policy, taken);
    if (taken.allowed) return headers;
    const seconds = Math.ceil(taken.retryMs / 1000);
    throw new HttpError(429, 'overloaded', `these are more than ${rateLimit} requests a second`, {
      hint: `come back in ${seconds} s; send many records as one batch to /api/v1/batch`,
      headers: { ...headers, 'retry-after': String(seconds) },
    });
  }
}
