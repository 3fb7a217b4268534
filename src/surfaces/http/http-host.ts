import type { Ledger } from '../../app/ledger.ts';
import type { RandomBytes } from '../../domain/ids.ts';
import type { Caller } from './door/caller.ts';
import type { Entrance } from './door/entrance.ts';

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
  /** Undefined for who shows nothing. @throws HttpError 401 for a credential that is none or over, 403 for one that is misused. */
  admit(request: Request, peer: Peer): Promise<Caller | undefined>;
  /** Absent where nobody can get in who is not in already. */
  readonly entrance?: Entrance;
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
  /** Series that a metric has at most. */
  readonly maxSeries: number;
  /** Whether there are the metrics of the original talk's program as well. */
  readonly compatMetrics: boolean;
  /** Requests a second for each token, and for each address without one; null for any number. */
  readonly rateLimit: number | null;
}
