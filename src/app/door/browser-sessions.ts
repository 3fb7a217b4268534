import { LedgerError } from '../../domain/errors.ts';
import type { RandomBytes } from '../../domain/ids.ts';
import type { TokenStore } from '../../projections/token-store.ts';
import type { Admission } from './admission.ts';
import { newSecret, secretHash } from './secrets.ts';
import type { OpenedSession, TokenHolder } from './token-view.ts';

/** A working day: whoever comes back the next shows the token again. */
const longestMs = 12 * 3_600_000;

/** Lets a browser in with a secret that script on its pages never sees, for as long as the token behind it is good. */
export class BrowserSessions {
  readonly #tokens: TokenStore;
  readonly #admission: Admission;
  readonly #random: RandomBytes;

  constructor(tokens: TokenStore, admission: Admission, random: RandomBytes) {
    this.#tokens = tokens;
    this.#admission = admission;
    this.#random = random;
  }

  async open(holder: TokenHolder, nowMs: number): Promise<OpenedSession> {
    const secret = newSecret(this.#random);
    const expiresMs = Math.min(nowMs + longestMs, holder.expiresMs ?? Number.POSITIVE_INFINITY);
    await this.#tokens.openSession({ hash: secretHash(secret), token: holder.id, expiresMs }, nowMs);
    return { secret, expiresMs, holder };
  }

  /** @throws LedgerError `unauthenticated` for a session that is none or over, or whose token is. */
  async admit(secret: string, nowMs: number): Promise<TokenHolder> {
    const session = await this.#tokens.session(secretHash(secret));
    if (session === undefined || session.expiresMs <= nowMs) {
      throw new LedgerError('unauthenticated', 'this session is over', { hint: 'log in again with a token' });
    }
    return this.#admission.withId(session.token, nowMs);
  }

  close(secret: string): Promise<void> {
    return this.#tokens.closeSession(secretHash(secret));
  }
}
