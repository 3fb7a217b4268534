import type { HttpSettings, Peer } from '../http-host.ts';
import { HttpError } from '../problem/problem.ts';

/**
 * Refuses what another site's page makes a browser send, and requests that reached this server under a name that is not its own (DNS
 * rebinding).
 * @throws HttpError 421 for a foreign Host, 403 for a foreign origin.
 */
export function requireTrustedOrigin(request: Request, peer: Peer, { hosts }: HttpSettings): void {
  const url = new URL(request.url);
  const host = (request.headers.get('host') ?? url.host).toLowerCase();
  if (!hosts.includes('*') && !hosts.includes(withoutPort(host))) {
    throw new HttpError(421, 'forbidden', `this server is not called ${JSON.stringify(host)}`, {
      hint: `it is called ${hosts.join(', ')}; add names with server.hosts`,
    });
  }
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const own = [`http://${host}`, `https://${host}`];
  const isForeign = site === 'cross-site' || (origin !== null && !own.includes(origin.toLowerCase()));
  // A link may lead here from anywhere; it reads nothing for the page that holds it.
  const isLink = request.headers.get('sec-fetch-mode') === 'navigate' && request.method === 'GET' && origin === null;
  if (isForeign && !isLink) {
    throw new HttpError(403, 'forbidden', 'requests from pages of other sites are refused', {
      hint: `call the API from a program, or from a page of this server (${peer.secure ? own[1] : own[0]})`,
    });
  }
}

function withoutPort(host: string): string {
  return host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : (host.split(':')[0] ?? '');
}
