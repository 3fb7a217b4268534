import { LedgerError } from '../../domain/errors.ts';
import { instant } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { TokenRow } from '../../projections/token-store.ts';
import { openSealed } from '../read/open-sealed.ts';
import { readToken } from './read-token.ts';
import type { TokenHolder } from './token-view.ts';

/** For so long what the store said of a token is believed: other processes' changes count this much later. */
const believedMs = 500;
const mostRemembered = 10_000;
const useNotedEveryMs = 60_000;

interface Known {
  readonly holder: TokenHolder;
  readonly readMs: number;
}

/** Says who holds a token, and keeps in mind what it says. */
export class Admission {
  readonly #store: LedgerStore;
  readonly #known = new Map<string, Known>();
  readonly #notedMs = new Map<string, number>();

  constructor(store: LedgerStore) {
    this.#store = store;
  }

  /** @throws LedgerError `unauthenticated` for a token that nobody gave out, or that is over, saying which. */
  async withHash(hash: Uint8Array, nowMs: number): Promise<TokenHolder> {
    const key = Buffer.from(hash).toString('base64url');
    return this.#admit(key, nowMs, () => this.#store.tokens.withHash(hash));
  }

  /** The same for a token that is known by its id. */
  async withId(id: string, nowMs: number): Promise<TokenHolder> {
    return this.#admit(id, nowMs, () => this.#store.tokens.withId(id));
  }

  /** Believes nothing any more that was read before. */
  forget(): void {
    this.#known.clear();
  }

  async #admit(key: string, nowMs: number, find: () => Promise<TokenRow | undefined>): Promise<TokenHolder> {
    const known = this.#known.get(key);
    const believed = known !== undefined && Math.abs(nowMs - known.readMs) < believedMs;
    const holder = believed ? known.holder : await this.#read(key, await find(), nowMs);
    if (holder.expiresMs === null || holder.expiresMs > nowMs) return holder;
    throw over(`the token ${holder.id} expired at ${instant(holder.expiresMs)}`);
  }

  async #read(key: string, row: TokenRow | undefined, nowMs: number): Promise<TokenHolder> {
    this.#known.delete(key);
    if (row === undefined) throw over('this token was never given out here');
    const { created, revoked, expiresMs } = await readToken(this.#store, row);
    if (revoked !== undefined) throw over(`the token ${row.id} was revoked at ${revoked.occurredAt}`);
    const { role, environments = null, services = null } = created.data;
    const name = (await openSealed(this.#store, [row.index])).text([row.index, '/data/name']);
    const holder = { id: row.id, name, role, environments, services, expiresMs };
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(key, { holder, readMs: nowMs });
    if (expiresMs === null || expiresMs > nowMs) this.#noteUse(row, nowMs);
    return holder;
  }

  /** Nobody waits for this, and where it cannot be written, nothing is lost but a time. */
  #noteUse({ id, lastUsedMs }: TokenRow, nowMs: number): void {
    const noted = Math.max(lastUsedMs ?? 0, this.#notedMs.get(id) ?? 0);
    if (nowMs - noted < useNotedEveryMs) return;
    if (this.#notedMs.size >= mostRemembered) this.#notedMs.clear();
    this.#notedMs.set(id, nowMs);
    this.#store.tokens.noteUse(id, nowMs).catch(() => undefined);
  }
}

function over(message: string): LedgerError {
  return new LedgerError('unauthenticated', message, {
    hint: 'an administrator creates another with: deploy-ledger token create',
  });
}
