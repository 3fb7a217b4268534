import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { type StartedServer, startServer } from '../../support/server.ts';

let server: StartedServer;
let elsewhere: BuiltProgram;
beforeEach(async () => {
  server = await startServer();
  elsewhere = new BuiltProgram();
});
afterEach(async () => {
  await server.remove();
  elsewhere.remove();
});

/** A command line on another machine. */
const remotely = (line: string, apiKey?: string) =>
  elsewhere.start([...line.split(' '), '--database', server.url], {
    environment: apiKey === undefined ? {} : { DEPLOY_LEDGER_API_KEY: apiKey },
  }).ended;
const record = 'record -s api -v 1 -e production';

test('the same commands record and show over a server', async () => {
  const { stdout } = await remotely(record);
  expect(stdout).toMatch(/^Deployment recorded: deploy-/);
  for (const line of ['list', 'running', 'metrics --from 2026-01-01 --to 2027-01-01', 'verify', 'checkpoint']) {
    const [here, there] = [await server.program.run(...line.split(' ')), await remotely(line)];
    expect({ line, status: there.status, stdout: there.stdout }).toEqual({ line, status: 0, stdout: here.stdout });
  }
});

test('a server that knows tokens takes the key of the settings, and says so without one', async () => {
  const { stdout } = await server.program.run('token', 'create', '--name', 'ci', '--role', 'deployer', '-f', 'name');
  const key = stdout.trim();
  await expect.poll(async () => (await remotely('list')).status, { timeout: 20_000 }).toBe(5);
  expect((await remotely(record, key)).status).toBe(0);
  expect(await remotely('token list', key)).toMatchObject({ status: 5, stderr: expect.stringContaining('admin') });
});

test('what a server that is gone cannot take is there once it is back', async () => {
  const { port } = new URL(server.url);
  await server.stop();
  const waiting = await remotely(record);
  expect(waiting).toMatchObject({ status: 0, stderr: expect.stringContaining('it waits in') });
  expect(await remotely(`${record} --strict`)).toMatchObject({ status: 4, stdout: '' });
  server = await startServer({ program: server.program, args: ['--port', port] });
  const { stderr } = await remotely('record -s web -v 1 -e production');
  expect(stderr).toContain('recorded 1 fact that waited');
  expect(JSON.parse((await remotely('list')).stdout)).toHaveLength(2);
});
