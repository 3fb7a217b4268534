import { LedgerError } from '../../domain/errors.ts';
import type { TokenEvidence } from '../../domain/facts/token.ts';
import type { RecorderPorts } from '../record/recorder.ts';
import type { ListOf } from '../views.ts';
import { Admission } from './admission.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { createToken } from './create-token.ts';
import { listTokens, type TokenQuery } from './list-tokens.ts';
import { revokeToken } from './revoke-token.ts';
import { isToken, secretHash } from './secrets.ts';
import { parseTokenRequest } from './token-request.ts';
import type { Asked } from './token-transaction.ts';
import type { CreatedToken, OpenedSession, RevokedToken, TokenHolder, TokenView } from './token-view.ts';

/** Who has access to a ledger through a server. Changes are facts of the log. */
export interface Tokens {
  /** Whether there ever was a token. */
  any(): Promise<boolean>;
  /** @throws LedgerError `invalid`, naming the field. */
  create(request: unknown, asked: Asked & { readonly evidence?: TokenEvidence | undefined }): Promise<CreatedToken>;
  list(query: TokenQuery): Promise<ListOf<TokenView>>;
  /** @throws LedgerError `not-found`. */
  revoke(id: string, asked: Asked): Promise<RevokedToken>;
  /** Who holds this token. @throws LedgerError `unauthenticated`, saying why. */
  admit(token: string, nowMs: number): Promise<TokenHolder>;
  /** @throws LedgerError `unauthenticated`, saying why. */
  openSession(token: string, nowMs: number): Promise<OpenedSession>;
  /** Who holds the token behind a session. @throws LedgerError `unauthenticated`, saying why. */
  admitSession(secret: string, nowMs: number): Promise<TokenHolder>;
  closeSession(secret: string): Promise<void>;
}

/** Puts the use cases of access together over one store. */
export function openTokens(ports: RecorderPorts): Tokens {
  const { store, clock, random } = ports;
  const admission = new Admission(store);
  const sessions = new BrowserSessions(store.tokens, admission, random);
  const admit = async (token: string, nowMs: number) => {
    if (!isToken(token)) throw misspelt();
    return admission.withHash(secretHash(token), nowMs);
  };
  return {
    any: () => store.tokens.any(),
    create: async (request, asked) => createToken(ports, parseTokenRequest(request), asked),
    list: (query) => listTokens(store, query, clock()),
    async revoke(id, asked) {
      const revoked = await revokeToken(ports, id, asked);
      admission.forget();
      return revoked;
    },
    admit,
    openSession: async (token, nowMs) => sessions.open(await admit(token, nowMs), nowMs),
    admitSession: (secret, nowMs) => sessions.admit(secret, nowMs),
    closeSession: (secret) => sessions.close(secret),
  };
}

function misspelt(): LedgerError {
  return new LedgerError('unauthenticated', 'that is no token, or not the whole of it', {
    hint: 'a token begins with dl_ and has 52 characters',
  });
}
