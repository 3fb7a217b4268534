import { expect, it } from 'vitest';
import { Connection } from '../connection.ts';
import { migrate } from '../migrations/migrate.ts';
import { listTokens, readTokenByHash } from './tokens.ts';

/** What SQLite does for the queries of `ask`. */
function planOf(ask: (connection: Connection) => unknown): string {
  const connection = new Connection(':memory:', 'memory');
  migrate(connection);
  const steps: string[] = [];
  ask(
    new Proxy(connection, {
      get: (target, method) => {
        if (method !== 'all' && method !== 'get') throw new Error(`it calls ${String(method)}`);
        return (sql: string, values: []) => {
          const rows = target.all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`, values);
          steps.push(...rows.map(([, , , step]) => step));
          return method === 'all' ? [] : undefined;
        };
      },
    }),
  );
  connection.close();
  return steps.join('; ');
}

it('finds a token by its hash and the living ones by their end, however many there are', () => {
  expect(planOf((connection) => readTokenByHash(connection, new Uint8Array(32)))).toMatch(/tokens_by_hash .*hash=\?/);
  const living = planOf((connection) => listTokens(connection, { livingAtMs: 1, before: 'token-2', limit: 10 }));
  expect(living.match(/tokens_by_end/g)?.length).toBe(2);
  expect(living).not.toContain('SCAN');
});

it('goes on with a page of all tokens where the one before ended', () => {
  const page = planOf((connection) => listTokens(connection, { before: 'token-2', limit: 10 }));
  expect(page).toMatch(/PRIMARY KEY .*id<\?/);
  expect(page).not.toMatch(/SCAN|TEMP/);
});
