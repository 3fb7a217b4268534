import { expect, test } from 'vitest';
import type { Route } from '../http/route.ts';
import { routes } from '../http/routes.ts';
import { type Client, connect } from './connect.ts';

/** What describes the operations is none itself. */
const descriptions = ['getOpenApi', 'getDocs'];
const operations = routes.filter(({ id }) => !descriptions.includes(id));

/** Calls an operation with a word for each part of its path, and says what was requested. */
async function requestOf({ id, path }: Route): Promise<string> {
  let requested = 'nothing';
  const client = connect({
    url: 'http://localhost',
    fetch: async (url, { method }) => {
      requested = `${method} ${url.pathname}`;
      return Response.json({ code: 'not-found', detail: 'nothing is here' }, { status: 404 });
    },
  });
  const parts = [...path.matchAll(/\{\w+\*?\}/g)].map(() => 'x');
  const operation = client[id as keyof Client] as (...given: unknown[]) => unknown;
  const call = operation(...parts, id === 'recordBatch' ? [{ type: 'service', name: 'api' }] : {});
  const answer = typeof call === 'object' && call !== null && 'next' in call ? (call as AsyncGenerator).next() : call;
  await expect(answer).rejects.toMatchObject({ code: 'not-found' });
  return requested;
}

test('there is an operation for each route, under its name, and none besides', () => {
  expect(Object.keys(connect({ url: 'http://localhost' })).sort()).toEqual(operations.map(({ id }) => id).sort());
});

test.each(operations.map((route) => [route.id, route] as const))(
  '%s asks for what its route answers',
  async (_, route) => {
    expect(await requestOf(route)).toBe(`${route.method} ${route.path.replaceAll(/\{\w+\*?\}/g, 'x')}`);
  },
);
