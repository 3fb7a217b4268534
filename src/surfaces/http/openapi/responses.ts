import type { Route } from '../route.ts';
import { outputSchema } from './json-schema.ts';
import type { Reference, Response } from './open-api.ts';

const problem = { $ref: '#/components/schemas/Problem' };

function problemResponse(description: string): Response {
  return { description, content: { 'application/problem+json': { schema: problem } } };
}

/** What can go wrong, each with a problem document. */
export const problemResponses: Readonly<Record<string, Response>> = {
  Unauthenticated: problemResponse('It takes a token, and there is none, or none that is valid'),
  Forbidden: problemResponse('The token’s role or its limits do not reach so far'),
  NotFound: problemResponse('There is no such thing'),
  Conflict: problemResponse('The key or the id was used before with another content'),
  TooLarge: problemResponse('The body is larger than 1 MiB'),
  NotJson: problemResponse('The content type is not JSON'),
  Invalid: problemResponse('Something is not valid: the problem names the field and what would be right'),
  TooMany: problemResponse('Too many requests: Retry-After says when to come back'),
  Unavailable: problemResponse('The ledger cannot be read or written right now, or too much is waiting'),
};

const statusOf: Readonly<Record<string, string>> = {
  Unauthenticated: '401',
  Forbidden: '403',
  NotFound: '404',
  Conflict: '409',
  TooLarge: '413',
  NotJson: '415',
  Invalid: '422',
  TooMany: '429',
  Unavailable: '503',
};

/** What an operation answers, well or ill. */
export function responsesOf(route: Route): Record<string, Response | Reference> {
  const responses: Record<string, Response | Reference> = {};
  for (const name of problemsOf(route)) responses[statusOf[name] ?? ''] = { $ref: `#/components/responses/${name}` };
  for (const [status, { description, schema, type = 'application/json' }] of Object.entries(route.answers)) {
    const isEmpty = schema === undefined && type === 'application/json';
    const isProblem = type === 'application/problem+json';
    const shape = isProblem ? problem : schema === undefined ? { type: 'string' as const } : outputSchema(schema);
    responses[status] = isEmpty ? { description } : { description, content: { [type]: { schema: shape } } };
  }
  return responses;
}

function problemsOf({ access, path, method, body, accepts, query, records }: Route): string[] {
  const takesBody = body !== undefined || accepts !== undefined;
  return [
    ...(access === 'open' ? [] : ['Unauthenticated', 'Forbidden']),
    ...(path.includes('{') ? ['NotFound'] : []),
    ...(records === undefined ? [] : ['Conflict']),
    ...(takesBody && method !== 'GET' ? ['NotJson', 'TooLarge'] : []),
    ...(takesBody || query !== undefined ? ['Invalid'] : []),
    'TooMany',
    'Unavailable',
  ];
}
