import { Server as SecureServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../surfaces/http/create-app.ts';
import type { HttpHost, Peer } from '../../surfaces/http/http-host.ts';
import { routes } from '../../surfaces/http/routes.ts';
import { inBrackets, isEverywhere } from './allowed-hosts.ts';
import { Connections } from './connections.ts';
import { type Address, listen } from './listen.ts';
import type { TlsFiles } from './read-tls.ts';
import { repeat } from './repeat.ts';
import { SlowBodies } from './slow-bodies.ts';
import { createSocketServer } from './socket-server.ts';

/** The HTTP surface at an address. */
export interface Sockets {
  readonly url: string;
  /** Uses another certificate for the connections that come; one server is either encrypted or not for as long as it listens. */
  use(tls: TlsFiles | undefined): void;
  /** Accepts nothing more; resolves when all that was accepted is answered, or cut off after so many milliseconds. */
  close(graceMs: number): Promise<void>;
}

/** @throws LedgerError as listen does. */
export async function openSockets(host: HttpHost, address: Address, tls: TlsFiles | undefined): Promise<Sockets> {
  const server = createSocketServer(tls);
  const connections = new Connections(server);
  const slowBodies = new SlowBodies(server);
  server.on('request', listenerOf(host, connections));
  const port = await listen(server, address);
  const looks = repeat(
    async () => slowBodies.look(),
    1000,
    () => undefined,
  );
  const name = isEverywhere(address.host) ? 'localhost' : inBrackets(address.host);
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${name}:${port}`,
    use(files) {
      if (server instanceof SecureServer && files !== undefined) server.setSecureContext(files);
    },
    async close(graceMs) {
      await connections.close(graceMs);
      await looks.stop();
    },
  };
}

function listenerOf(host: HttpHost, connections: Connections) {
  const app = createApp(host, routes);
  return getRequestListener(
    async (request, { incoming, outgoing }) => {
      const response = await app.fetch(request, peerOf(incoming.socket));
      if (response.headers.get('content-type') === 'text/event-stream') connections.markEndless(outgoing);
      return response;
    },
    { overrideGlobalObjects: false },
  );
}

function peerOf(socket: { readonly remoteAddress?: string | undefined }): Peer {
  // A socket of both families shows the addresses of the older one inside those of the newer.
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  return { address, secure: 'encrypted' in socket };
}
