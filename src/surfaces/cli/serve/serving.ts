import type { Ledger } from '../../../app/ledger.ts';
import type { Settings } from '../settings.ts';

/** What a server is started with. */
export interface ServeRequest {
  readonly ledger: Ledger;
  /** With what the flags say. */
  readonly settings: Settings;
  /** The settings as they are by then, for a server that is told to read them again. */
  readonly reload: () => Promise<Settings>;
  /** The least that is logged. */
  readonly logLevel: 'debug' | 'info' | 'error';
}

/** A server that listens. */
export interface Serving {
  readonly url: string;
  /** Settles once it was told to stop and has finished what it had accepted. */
  readonly ended: Promise<void>;
}
