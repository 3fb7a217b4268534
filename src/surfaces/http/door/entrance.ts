import type { CreatedToken, OpenedSession } from '../../../app/door/token-view.ts';

/** Where a token becomes a browser's session, and the identity of a CI run a token. */
export interface Entrance {
  /** @throws HttpError 401, saying why. */
  login(token: string): Promise<OpenedSession>;
  logout(secret: string): Promise<void>;
  /** @throws HttpError 401 for an identity that cannot be relied on; LedgerError `forbidden` when no rule lets it in, `unreachable`. */
  exchange(identity: string): Promise<CreatedToken>;
}
