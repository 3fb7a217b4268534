import * as v from 'valibot';
import { tokenRequest } from '../../../app/door/token-request.ts';
import { type Route, type RouteRequest, route } from '../route.ts';

const query = v.strictObject({
  limit: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/, 'is no number'), v.toNumber(), v.maxValue(1000))),
  cursor: v.optional(v.string()),
  /** Also those that expired or were revoked. */
  all: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform((text) => text === 'true'),
    ),
  ),
});

/** Who has access: for administrators. */
export const tokenRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/tokens',
    id: 'listTokens',
    summary: 'Tokens, latest first, without their secrets',
    access: 'admin',
    query,
    answers: { 200: { description: 'A page of tokens' } },
    async handle({ ledger, query: { limit = 50, cursor, all } }) {
      return { json: await (await ledger.tokens()).list({ limit, cursor, all }) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/tokens',
    id: 'createToken',
    summary: 'Create a token; its secret is in this answer and never again',
    access: 'admin',
    body: tokenRequest,
    answers: { 201: { description: 'The token' } },
    async handle({ ledger, body, caller }) {
      const created = await (await ledger.tokens()).create(body, askedBy(caller));
      return { status: 201, headers: { location: `/api/v1/tokens/${created.id}` }, json: created };
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/tokens/{id}',
    id: 'revokeToken',
    summary: 'Make a token useless at once',
    access: 'admin',
    answers: { 200: { description: 'When it was revoked, and whether it had been before' } },
    async handle({ ledger, params, caller }) {
      return { json: await (await ledger.tokens()).revoke(params['id'] ?? '', askedBy(caller)) };
    },
  }),
];

function askedBy({ token }: RouteRequest<unknown, unknown>['caller']) {
  return { by: { token: token ?? undefined }, source: 'http' };
}
