import { type Route, route } from '../route.ts';
import { describeApi } from './describe-api.ts';
import type { OpenApi } from './open-api.ts';
import { renderDocs } from './render-docs.ts';

const html = 'text/html; charset=utf-8';

/** The descriptions of an API, for programs and for people; they describe themselves too. */
export function apiRoutes(others: readonly Route[]): readonly Route[] {
  let described: OpenApi | undefined;
  // Made when it is first asked for: most processes never are.
  const api = () => {
    described ??= describeApi([...others, ...own]);
    return described;
  };
  const own = [
    route({
      method: 'GET',
      path: '/openapi.json',
      id: 'getOpenApi',
      summary: 'This API as an OpenAPI 3.1 document',
      access: 'open',
      answers: { 200: { description: 'The document', type: 'application/json; charset=utf-8' } },
      handle: async () => ({ json: api(), headers: { 'cache-control': 'no-cache' } }),
    }),
    route({
      method: 'GET',
      path: '/docs',
      id: 'getDocs',
      summary: 'This API for people to read',
      access: 'open',
      answers: { 200: { description: 'A page', type: html } },
      handle: async ({ raw }) => ({
        headers: { 'content-type': html, 'cache-control': 'no-cache' },
        body: renderDocs(api(), new URL(raw.url).origin),
      }),
    }),
  ];
  return own;
}
