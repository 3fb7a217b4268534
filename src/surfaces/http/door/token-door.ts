import type { CreatedToken, TokenHolder } from '../../../app/door/token-view.ts';
import type { Tokens } from '../../../app/door/tokens.ts';
import { hasCode } from '../../../domain/errors.ts';
import type { Door, Peer } from '../http-host.ts';
import { HttpError } from '../problem/problem.ts';
import { type Caller, loopbackCaller } from './caller.ts';
import { orInvalidToken } from './invalid-token.ts';
import { sessionSecretIn } from './session-cookie.ts';

export interface TokenDoorPorts {
  readonly tokens: Tokens;
  nowMs(): number;
  /** Gives a token to a run of a CI system that proves who it is. */
  exchange(identity: string): Promise<CreatedToken>;
}

/** A door for those who have a token, or a session that stands for one; and for everybody on this machine while there never was a token. */
export function tokenDoor({ tokens, nowMs, exchange }: TokenDoorPorts): Door {
  return {
    async admit(request, peer) {
      const token = bearerTokenIn(request);
      if (token !== undefined) return callerOf(await orInvalidToken(tokens.admit(token, nowMs())));
      const session = sessionSecretIn(request);
      if (session !== undefined) return admitSession(tokens, session, request, nowMs());
      return isFromThisMachine(request, peer) && !(await tokens.any()) ? loopbackCaller : undefined;
    },
    entrance: {
      login: (token) => orInvalidToken(tokens.openSession(token, nowMs())),
      logout: (secret) => tokens.closeSession(secret),
      exchange: (identity) => orInvalidToken(exchange(identity)),
    },
  };
}

/** A session that is over lets nobody in, and keeps nobody from what is open to all, such as beginning another. */
async function admitSession(tokens: Tokens, secret: string, request: Request, nowMs: number) {
  try {
    const holder = await tokens.admitSession(secret, nowMs);
    requireOwnPage(request);
    return callerOf(holder);
  } catch (error) {
    if (hasCode(error, 'unauthenticated')) return undefined;
    throw error;
  }
}

/** A browser sends its cookie with whatever a page makes it send, so what changes anything has to come from a page of ours. */
function requireOwnPage(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  // One that is there was found to be our own before.
  if (request.headers.has('origin') || request.headers.get('sec-fetch-site') === 'same-origin') return;
  throw new HttpError(403, 'forbidden', 'a session changes things from pages of this server only', {
    hint: 'programs send a token: authorization: Bearer TOKEN',
  });
}

/** What follows `Bearer`; undefined where nothing or another scheme stands. */
function bearerTokenIn(request: Request): string | undefined {
  const [, token] = /^bearer +(\S.*)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  return token?.trim();
}

function callerOf({ id, name, role, environments, services }: TokenHolder): Caller {
  return { role, name: name ?? id, token: id, environments, services };
}

const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Whether it was sent on this machine itself: what a proxy hands on may come from anywhere. */
function isFromThisMachine({ headers }: Request, { address }: Peer): boolean {
  const isLoopback = address === '::1' || /^(::ffff:)?127\./i.test(address);
  return isLoopback && !forwarding.some((name) => headers.has(name));
}
