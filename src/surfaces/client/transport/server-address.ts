import { LedgerError } from '../../../domain/errors.ts';

/**
 * Reads the address of a server, such as `https://ledger.example` or, behind a proxy, `https://example.com/ledger`.
 * @throws LedgerError `invalid` for what is no such address, and for a token that would travel in the clear.
 */
export function serverAddress(url: string, token: string | undefined): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) throw unlike(url, 'is not the address of a server');
  if (address.username !== '' || address.password !== '') throw unlike(address.origin, 'may hold no name and password');
  if (address.search !== '' || address.hash !== '') throw unlike(url, 'may hold nothing behind its path');
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  if (token !== undefined) requireSafe(address);
  return address;
}

/** @throws LedgerError `invalid` unless whoever listens on the way learns no token. */
export function requireSafe(address: URL): void {
  if (address.protocol === 'https:' || isLoopback(address.hostname)) return;
  throw new LedgerError(
    'invalid',
    `the token is not sent to ${address.origin}: on the way there anybody could read it`,
    {
      field: 'url',
      hint: 'use https, or leave the token out',
    },
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function unlike(url: string, why: string): LedgerError {
  return new LedgerError('invalid', `${JSON.stringify(url)} ${why}`, {
    field: 'url',
    hint: 'write https://ledger.example, or http://127.0.0.1:8080',
  });
}
