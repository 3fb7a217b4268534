import type { Ledger } from '../../app/ledger.ts';
import type { RandomBytes } from '../../domain/ids.ts';
import type { Caller } from './door/caller.ts';

/** A line of the server's log. Nothing in it is secret. */
export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly [field: string]: unknown;
}

/** Who is at the other end of the connection. */
export interface Peer {
  readonly address: string;
  /** Whether the connection itself was encrypted. */
  readonly secure: boolean;
}

/** Says who sent a request. */
export interface Door {
  /** @throws LedgerError `unauthenticated` for a credential that is none, `forbidden` for one that is over. */
  admit(request: Request, peer: Peer): Promise<Caller | undefined>;
}

/** Everything that the HTTP surface needs from outside, given to it by `main`. */
export interface HttpHost {
  readonly ledger: Ledger;
  readonly version: string;
  readonly door: Door;
  nowMs(): number;
  readonly random: RandomBytes;
  log(entry: LogEntry): void;
  readonly settings: HttpSettings;
}

export interface HttpSettings {
  /** Names and addresses under which the server may be called; anything else in the Host header is refused. */
  readonly hosts: readonly string[];
  /** Whether the log and the metrics are readable without a token. */
  readonly publicLog: boolean;
  readonly publicMetrics: boolean;
}
