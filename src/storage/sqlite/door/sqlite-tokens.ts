import type {
  SessionRow,
  TokenFilter,
  TokenRow,
  TokenStore,
  TokenTransaction,
} from '../../../projections/token-store.ts';
import type { Sessions } from '../sessions.ts';
import type { Read } from '../sqlite-log.ts';
import {
  deleteBrowserSession,
  deleteExpiredSessions,
  insertBrowserSession,
  readBrowserSession,
} from './browser-sessions.ts';
import { endToken, hasTokens, insertToken, listTokens, noteTokenUse, readToken, readTokenByHash } from './tokens.ts';

/** The tokens of a ledger in a SQLite database. */
export class SqliteTokens implements TokenStore {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  any() {
    return this.#sessions.read(hasTokens);
  }

  withHash(hash: Uint8Array) {
    return this.#sessions.read((connection) => readTokenByHash(connection, hash));
  }

  withId(id: string) {
    return this.#sessions.read((connection) => readToken(connection, id));
  }

  list(filter: TokenFilter) {
    return this.#sessions.read((connection) => listTokens(connection, filter));
  }

  noteUse(id: string, atMs: number) {
    return this.#sessions.transact(async (connection) => noteTokenUse(connection, id, atMs));
  }

  session(hash: Uint8Array) {
    return this.#sessions.read((connection) => readBrowserSession(connection, hash));
  }

  openSession(session: SessionRow, nowMs: number) {
    return this.#sessions.transact(async (connection) => {
      deleteExpiredSessions(connection, nowMs);
      insertBrowserSession(connection, session);
    });
  }

  closeSession(hash: Uint8Array) {
    return this.#sessions.transact(async (connection) => deleteBrowserSession(connection, hash));
  }
}

/** The same, within a transaction. */
export class SqliteTokenTransaction implements TokenTransaction {
  readonly #read: Read;

  constructor(read: Read) {
    this.#read = read;
  }

  withId(id: string) {
    return this.#read((connection) => readToken(connection, id));
  }

  insert(token: TokenRow) {
    return this.#read((connection) => insertToken(connection, token));
  }

  end(id: string, endsMs: number) {
    return this.#read((connection) => endToken(connection, id, endsMs));
  }
}
