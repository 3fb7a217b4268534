import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Post } from '../../app/notify/attempt.ts';
import { isPrivateAddress } from './private-address.ts';
import { retryAfterMs } from './retry-after.ts';

/** For the whole of an attempt: a receiver should answer first and work after that. */
const timeoutMs = 15_000;

export interface PostOptions {
  /** Whether addresses may be reached that are not of the public internet. */
  readonly allowPrivate: boolean;
  readonly nowMs: () => number;
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
}

/**
 * Sends POST requests, each over a connection of its own to the very address that was checked: a name that is looked up a second time
 * may lead elsewhere. No redirect is followed, and no answer read beyond its headers.
 */
export function poster({ allowPrivate, nowMs, resolve = resolveAll }: PostOptions): Post {
  return async (url, headers, body, signal) => {
    const target = new URL(url);
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }];
    const refused = allowPrivate ? undefined : addresses.find(({ address }) => isPrivateAddress(address));
    const [first] = addresses;
    if (first === undefined) throw new Error('its name leads to no address');
    if (refused !== undefined) throw new Error('its address is private; allow that with notify.allowPrivate');
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    return send(target, headers, body, { address: first, nowMs, signal: limit });
  };
}

interface Sending {
  readonly address: LookupAddress;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

function send(
  target: URL,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  { address, nowMs, signal }: Sending,
): ReturnType<Post> {
  const request = target.protocol === 'https:' ? requestHttps : requestHttp;
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': body.length },
    signal,
    agent: false,
    lookup: alwaysAt(address),
  };
  return new Promise((resolve, reject) => {
    const sent = request(target, options, (answer) => {
      const { statusCode = 0, headers: answered } = answer;
      // A body that was read might never end.
      answer.on('error', () => undefined).destroy();
      resolve({ status: statusCode, retryAfterMs: retryAfterMs(answered['retry-after'], nowMs()) });
    });
    sent.on('error', (error) => reject(signal.aborted ? new Error('it did not answer in time') : error));
    sent.end(body);
  });
}

function alwaysAt({ address, family }: LookupAddress): LookupFunction {
  return (_host, options, found) => {
    if (options.all) found(null, [{ address, family }]);
    else found(null, address, family);
  };
}

function resolveAll(host: string): Promise<LookupAddress[]> {
  return lookup(host, { all: true });
}
