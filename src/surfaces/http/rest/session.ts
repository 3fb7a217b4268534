import * as v from 'valibot';
import { LedgerError } from '../../../domain/errors.ts';
import type { Caller } from '../door/caller.ts';
import type { Entrance } from '../door/entrance.ts';
import { sessionCookie, sessionSecretIn } from '../door/session-cookie.ts';
import type { Door } from '../http-host.ts';
import { type Route, route } from '../route.ts';

/** Sessions of browsers, and tokens for runs of CI systems. */
export const sessionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/session',
    id: 'getSession',
    summary: 'Who the caller is, and what they may do',
    access: 'viewer',
    answers: { 200: { description: 'The caller' } },
    handle: async ({ caller }) => ({ json: viewOf(caller) }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/session',
    id: 'login',
    summary: 'Exchange a token for a session, in a cookie that no script can read',
    access: 'open',
    body: v.strictObject({ token: v.string() }),
    answers: { 201: { description: 'Who is logged in' } },
    async handle({ door, body, raw, nowMs }) {
      const { secret, expiresMs, holder } = await entranceOf(door).login(body.token);
      const cookie = sessionCookie(raw, secret, Math.floor((expiresMs - nowMs) / 1000));
      const { id, name, role, environments, services } = holder;
      const caller = { token: id, name: name ?? id, role, environments, services };
      return { status: 201, headers: { 'set-cookie': cookie }, json: viewOf(caller) };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/session',
    id: 'logout',
    summary: 'End the session of the cookie',
    access: 'open',
    answers: { 204: { description: 'It is over' } },
    async handle({ door, raw }) {
      const secret = sessionSecretIn(raw);
      if (secret !== undefined) await entranceOf(door).logout(secret);
      return { status: 204, headers: { 'set-cookie': sessionCookie(raw, '', 0) } };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/session/oidc',
    id: 'exchangeIdentity',
    summary: 'Exchange the OpenID Connect identity of a GitHub or GitLab run for a token of 15 minutes',
    access: 'open',
    body: v.strictObject({ identity: v.string() }),
    answers: { 201: { description: 'The token' } },
    handle: async ({ door, body }) => ({ status: 201, json: await entranceOf(door).exchange(body.identity) }),
  }),
];

function viewOf({ role, name, token, environments, services }: Caller) {
  return { role, name, token, environments, services };
}

function entranceOf({ entrance }: Door): Entrance {
  if (entrance !== undefined) return entrance;
  throw new LedgerError('not-found', 'this server keeps no sessions', { hint: 'everybody who reaches it is let in' });
}
