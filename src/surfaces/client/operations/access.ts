import type { TokenRequest } from '../../../app/door/token-request.ts';
import type { CreatedToken, RevokedToken, TokenScope, TokenView } from '../../../app/door/token-view.ts';
import type { Caller, CallOptions } from '../caller.ts';
import type { TokenFilter } from '../filters.ts';
import { path } from '../path.ts';

/** Who the server takes the caller for. */
export interface SessionView extends TokenScope {
  readonly name: string;
  /** Null on a server that is open. */
  readonly token: string | null;
}

/** Tokens and sessions. */
export function accessOperations(caller: Caller) {
  return {
    listTokens: (filter?: TokenFilter, options?: CallOptions) =>
      caller.list<TokenView>('api/v1/tokens', filter, options),
    /** Not repeated by itself: each call makes a token. */
    createToken: (request: TokenRequest, { signal }: CallOptions = {}) =>
      caller.post<CreatedToken>('api/v1/tokens', request, { signal }),
    revokeToken: (id: string, options?: CallOptions) => caller.delete<RevokedToken>(path`api/v1/tokens/${id}`, options),
    getSession: (options?: CallOptions) => caller.get<SessionView>('api/v1/session', {}, options),
    /** For browsers, which keep the cookie. */
    login: (token: string, { signal }: CallOptions = {}) =>
      caller.post<SessionView>('api/v1/session', { token }, { signal }),
    logout: ({ signal }: CallOptions = {}): Promise<void> =>
      caller.transport.send(
        { method: 'DELETE', path: 'api/v1/session', repeatable: true, signal },
        async () => undefined,
      ),
    /** Exchanges the OpenID Connect identity of a run of GitHub or GitLab. */
    exchangeIdentity: (identity: string, { signal }: CallOptions = {}) =>
      caller.post<CreatedToken>('api/v1/session/oidc', { identity }, { signal }),
  };
}
