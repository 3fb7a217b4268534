import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The names in a Host header by which a server that listens at `host` may be called: those of this machine, and `more`. An address
 * cannot be faked by a name server as a name can, so one that listens everywhere answers to each of its own.
 */
export function allowedHosts(host: string, more: readonly string[]): string[] {
  const own = isEverywhere(host) ? Object.values(networkInterfaces()).flatMap((all = []) => all) : [];
  const addresses = own.map(({ address }) => inBrackets(address));
  return [...new Set([inBrackets(host), ...loopback, ...addresses, ...more].map((name) => name.toLowerCase()))];
}

export function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** As a URL and a Host header have it. */
export function inBrackets(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}
