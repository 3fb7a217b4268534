import type { Route } from '../route.ts';
import { componentSchemas } from './json-schema.ts';
import type { OpenApi, Operation } from './open-api.ts';
import { parametersOf } from './parameters.ts';
import { contentOf } from './request-body.ts';
import { problemResponses, responsesOf } from './responses.ts';

const description =
  'The flight recorder for deployments: what is recorded is never edited, and anyone can verify it. Times are ISO 8601 in UTC; errors ' +
  'are RFC 9457 problem documents; lists are read page by page along next or the Link header, and all pages are of one state of the log.';

/** Describes operations as an OpenAPI 3.1 document: from what checks requests and nothing else. */
export function describeApi(routes: readonly Route[]): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll('*}', '}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(route) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Deploy Ledger', version: '1', description },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: componentSchemas(),
      responses: problemResponses,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token: deploy-ledger token create' },
        session: { type: 'apiKey', in: 'cookie', name: 'deploy_ledger_session' },
      },
    },
  };
}

function describe(route: Route): Operation {
  const content = contentOf(route);
  const access = route.access === 'open' ? 'Open to everybody.' : `Takes the role ${roleOf(route)}.`;
  return {
    operationId: route.id,
    tags: [tagOf(route)],
    summary: route.summary,
    description: [route.description, access].filter((text) => text !== undefined).join(' '),
    parameters: parametersOf(route),
    ...(content === undefined ? {} : { requestBody: { required: true, content } }),
    responses: responsesOf(route),
    security: route.access === 'open' ? [] : [{ bearer: [] }, { session: [] }],
  };
}

function roleOf({ access }: Route): string {
  return access === 'log' || access === 'metrics' ? 'viewer' : access;
}

/** What an address is about: its first part behind the version. */
function tagOf({ path }: Route): string {
  return /^\/api\/v1\/(\w+)/.exec(path)?.[1] ?? 'server';
}
