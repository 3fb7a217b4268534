import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { TlsFiles } from './read-tls.ts';

export interface SocketLimits {
  /** How long a client may take for the handshake, and then for its headers. */
  readonly headersMs: number;
  /** How long a connection stays open between two requests: longer than proxies keep theirs, so that they end it. */
  readonly keepAliveMs: number;
  /** How long nothing may pass on a connection while a request is under way. */
  readonly silenceMs: number;
  readonly headerBytes: number;
  readonly connections: number;
}

export const socketLimits: SocketLimits = {
  headersMs: 10_000,
  keepAliveMs: 65_000,
  silenceMs: 300_000,
  headerBytes: 16_384,
  connections: 10_000,
};

/** A server of sockets that does not wait for slow clients; how fast bodies have to come is for SlowBodies to say. */
export function createSocketServer(tls: TlsFiles | undefined, limits: SocketLimits = socketLimits): Server {
  const options: ServerOptions = {
    headersTimeout: limits.headersMs,
    // A batch is a request that may take as long as it likes, as long as it gets on.
    requestTimeout: 0,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: limits.headerBytes,
  };
  const server =
    tls === undefined
      ? createServer(options)
      : createSecureServer({ ...options, ...tls, minVersion: 'TLSv1.2', handshakeTimeout: limits.headersMs });
  server.maxConnections = limits.connections;
  return server.setTimeout(limits.silenceMs);
}
