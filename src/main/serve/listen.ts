import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LedgerError } from '../../domain/errors.ts';

export interface Address {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Whether one of the ports after it will do as well. */
  readonly orNext: boolean;
}

/** Ports that are tried one after the other. */
const mostTried = 100;

/**
 * Makes a server listen, and says at which port.
 * @throws LedgerError `conflict` when the port is taken, `forbidden` when only others may use it, `invalid` when this machine has no
 * such address.
 */
export async function listen(server: Server, { host, port, orNext }: Address): Promise<number> {
  const last = orNext && port !== 0 ? Math.min(port + mostTried - 1, 65_535) : port;
  for (let tried = port; ; tried++) {
    try {
      return await bind(server, host, tried);
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || tried >= last) throw refusal(error, host, tried);
    }
  }
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function refusal(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new LedgerError('conflict', `another program listens at port ${port} of ${host}`, {
        field: 'port',
        hint: 'end it, or choose another port with --port; 0 takes any that is free',
        cause: error,
      });
    case 'EACCES':
      return new LedgerError('forbidden', `you may not listen at port ${port}`, {
        field: 'port',
        hint: 'choose one from 1024 on, or let the system give you the right to (AmbientCapabilities=CAP_NET_BIND_SERVICE)',
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new LedgerError('invalid', `this machine has no address ${JSON.stringify(host)}`, {
        field: 'host',
        hint: 'listen at 127.0.0.1 for this machine alone, at 0.0.0.0 for all',
        cause: error,
      });
    default:
      return error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
