import type {
  SessionRow,
  TokenFilter,
  TokenRow,
  TokenStore,
  TokenTransaction,
} from '../../src/projections/token-store.ts';
import { sortedBy } from './ordering.ts';
import type { ReferenceState } from './reference-state.ts';

/** Tokens in plain lists, for the store and for what happens in a transaction. */
export class ReferenceTokens implements TokenStore, TokenTransaction {
  readonly #state: () => ReferenceState;

  constructor(state: () => ReferenceState) {
    this.#state = state;
  }

  async any() {
    return this.#state().tokens.length > 0;
  }

  async withHash(hash: Uint8Array) {
    return this.#state().tokens.find((token) => Buffer.compare(token.hash, hash) === 0);
  }

  async withId(id: string) {
    return this.#state().tokens.find((token) => token.id === id);
  }

  async list({ livingAtMs, limit, before }: TokenFilter) {
    const found = this.#state().tokens.filter(
      ({ id, endsMs }) =>
        (before === undefined || id < before) && (livingAtMs === undefined || endsMs === null || endsMs > livingAtMs),
    );
    return sortedBy(found, ({ id }) => [id])
      .reverse()
      .slice(0, limit);
  }

  async noteUse(id: string, atMs: number) {
    this.#change(id, (token) => ({ ...token, lastUsedMs: Math.max(token.lastUsedMs ?? atMs, atMs) }));
  }

  async session(hash: Uint8Array) {
    return this.#state().sessions.find((session) => Buffer.compare(session.hash, hash) === 0);
  }

  async openSession(session: SessionRow, nowMs: number) {
    const living = this.#state().sessions.filter(({ expiresMs }) => expiresMs > nowMs);
    this.#state().sessions = [...living, session];
  }

  async closeSession(hash: Uint8Array) {
    const others = this.#state().sessions.filter((session) => Buffer.compare(session.hash, hash) !== 0);
    this.#state().sessions = others;
  }

  async insert(token: TokenRow) {
    this.#state().tokens.push(token);
  }

  async end(id: string, endsMs: number) {
    this.#change(id, (token) => ({ ...token, endsMs }));
  }

  #change(id: string, change: (token: TokenRow) => TokenRow): void {
    const state = this.#state();
    state.tokens = state.tokens.map((token) => (token.id === id ? change(token) : token));
  }
}
