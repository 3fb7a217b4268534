import { Caller } from './caller.ts';
import { accessOperations } from './operations/access.ts';
import { deploymentOperations } from './operations/deployments.ts';
import { logOperations } from './operations/log.ts';
import { operationOperations } from './operations/operation.ts';
import { placeOperations } from './operations/places.ts';
import { reportOperations } from './operations/reports.ts';
import { troubleOperations } from './operations/trouble.ts';
import { type Fetch, Transport } from './transport/transport.ts';

export interface ConnectOptions {
  /** Where the server is, such as `https://ledger.example`. */
  readonly url: string;
  /** A token of it. Sent over https or to this machine only, and to no other host. */
  readonly token?: string | undefined;
  /** What carries requests; the global `fetch` when absent. */
  readonly fetch?: Fetch | undefined;
  /** How long to wait for an answer to begin, in milliseconds; 60,000 when absent. */
  readonly timeoutMs?: number | undefined;
  /** What to say to somebody whom the server does not let in; what the server says when absent. */
  readonly tokenHint?: string | undefined;
}

/** A server's ledger: a method for each operation of its API, under the name that the API's document gives it. */
export type Client = ReturnType<typeof operationsOf>;

/**
 * Names the server that a client talks to; nothing is sent before the first call. Calls throw LedgerError with the code that the server
 * gives, or `unreachable`; one that the server is too busy for is repeated, and so is one without an answer where that is safe.
 * @throws LedgerError `invalid` for what is no address, or one that the token may not be sent to.
 * @example
 * const ledger = connect({ url: 'https://ledger.example', token });
 * await ledger.recordDeployment({ service: 'api', version: '2.3.0', environment: 'production' });
 * for await (const { version } of ledger.listDeployments({ service: 'api' })) console.log(version);
 */
export function connect({ fetch = globalFetch, timeoutMs = 60_000, ...options }: ConnectOptions): Client {
  return operationsOf(new Caller(new Transport({ ...options, fetch, timeoutMs })));
}

function operationsOf(caller: Caller) {
  return {
    ...deploymentOperations(caller),
    ...troubleOperations(caller),
    ...placeOperations(caller),
    ...reportOperations(caller),
    ...logOperations(caller),
    ...accessOperations(caller),
    ...operationOperations(caller),
  };
}

/** Looked up at each call, and called as a browser wants it: as nobody's method. */
function globalFetch(url: URL, init: RequestInit): Promise<Response> {
  return globalThis.fetch(url, init);
}
