import { LedgerError } from '../../../domain/errors.ts';

/**
 * Where a server sends a request on to; undefined when it answers it. Only the same host is followed, and never from https to http: what
 * a request carries, the token above all, is for the server that was named.
 * @throws LedgerError `unreachable` for any other place.
 */
export function redirectOf(response: Response, from: URL, method: string): URL | undefined {
  // A browser keeps the place to itself.
  if (response.type === 'opaqueredirect') throw sentOn(from, 'elsewhere');
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  const location = response.headers.get('location') ?? '';
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  if (to === undefined || !isSameServer(from, to)) throw sentOn(from, to?.origin ?? 'nowhere');
  // The older codes make a GET of a POST: what was to be recorded would be lost.
  if (method !== 'GET' && response.status < 307) throw sentOn(from, to.href);
  return to;
}

function isSameServer(from: URL, to: URL): boolean {
  if (to.origin === from.origin) return true;
  return from.protocol === 'http:' && to.protocol === 'https:' && to.hostname === from.hostname;
}

function sentOn(from: URL, to: string): LedgerError {
  return new LedgerError('unreachable', `${from.origin} sends requests on to ${to}, where they are not followed`, {
    hint: 'if that is the ledger, name it instead',
  });
}
