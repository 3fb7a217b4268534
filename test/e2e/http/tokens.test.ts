import { afterEach, beforeEach, expect, it } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { startServer } from '../../support/server.ts';

let program: BuiltProgram;
beforeEach(() => {
  program = new BuiltProgram();
});
afterEach(() => program.remove());

const path = '/api/v1/session';

async function createToken(...more: string[]): Promise<{ id: string; token: string }> {
  const { status, stdout, stderr } = await program.run('token', 'create', '--name', 'x', '--role', 'admin', ...more);
  expect([status, stderr.includes('error')]).toEqual([0, false]);
  return JSON.parse(stdout);
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

it('creates and revokes tokens on a ledger that a server has open', async () => {
  const server = await startServer({ program });
  try {
    expect(await (await server.get(path)).json()).toMatchObject({ name: 'loopback', role: 'admin' });
    const { id, token } = await createToken();
    // What the server knew of tokens it believes for half a second at most.
    while ((await server.get(path)).status !== 401);
    expect(await (await server.get(path, bearer(token))).json()).toMatchObject({ token: id, role: 'admin' });
    expect((await program.run('token', 'revoke', id)).status).toBe(0);
    while ((await server.get(path, bearer(token))).status !== 401);
    const { stderr } = await server.stop();
    expect(stderr).toContain('no token was ever created');
    expect(stderr).not.toContain(token);
  } finally {
    await server.remove();
  }
});

it('refuses to listen where others can reach it until there is a token', async () => {
  const { status, stderr } = await program.run('serve', '--host', '0.0.0.0', '--port', '0');
  expect(status).toBe(5);
  expect(stderr).toContain('token create');
  const { token } = await createToken();
  const server = await startServer({ program, args: ['--host', '0.0.0.0'] });
  try {
    expect((await server.get(path)).status).toBe(401);
    const answer = await server.get(path, bearer(token));
    expect([answer.status, answer.headers.get('ratelimit-policy')]).toEqual([200, '"default";q=1000;w=10']);
    expect((await server.stop()).stderr).not.toContain('no token was ever created');
  } finally {
    await server.remove();
  }
});

it('goes by the rate limit that is set', async () => {
  const { token } = await createToken();
  const server = await startServer({ program, environment: { DEPLOY_LEDGER_RATE_LIMIT: '1' } });
  try {
    const statuses = [];
    for (let i = 0; i < 30; i++) statuses.push((await server.get(path, bearer(token))).status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  } finally {
    await server.remove();
  }
});
