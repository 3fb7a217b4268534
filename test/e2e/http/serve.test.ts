import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../support/server.ts';

let server: StartedServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.remove());

const deployment = { service: 'api', version: '1', environment: 'production' };
const run = (line: string) => server.program.run(...line.split(' '));
const json = async (line: string) => JSON.parse((await run(`${line} -f json`)).stdout);

describe('a server', () => {
  it('and the command line work on the same ledger at the same time', async () => {
    const created = await server.post('/api/v1/deployments', deployment);
    expect(created.status).toBe(201);
    expect(await json('list')).toMatchObject([{ service: 'api', version: '1' }]);
    const { id } = await json('record-deployment -s web -e production -v 2');
    expect(await (await server.get(`/api/v1/deployments/${id}`)).json()).toMatchObject({
      service: 'web',
      version: '2',
    });
  });

  it('records 200 deployments that are posted at once, each once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => server.post('/api/v1/deployments', { ...deployment, version: `v${i}` })),
    );
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { id: string; index: number }[];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(200);
    expect(bodies.map(({ index }) => index).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
    expect(await json('verify')).toMatchObject({ ok: true, size: 200 });
  });

  it('signs what came without being told to', async () => {
    await server.post('/api/v1/deployments', deployment);
    const signed = async () => String((await json('verify')).checkpoint).split('\n')[1];
    while ((await signed()) !== '1');
  });

  it('stops in peace, with everything signed', async () => {
    await server.post('/api/v1/deployments', deployment);
    const { status, stderr } = await server.stop();
    expect(status).toBe(0);
    expect(stderr).toContain('"message":"stopping"');
    const { ok, checkpoint } = await json('verify');
    expect([ok, checkpoint.split('\n')[1]]).toEqual([true, '1']);
  });

  it('ends at once at the second signal', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    socket.write('POST /api/v1/deployments HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\n');
    socket.write('content-type: application/json\r\ncontent-length: 100\r\n\r\n');
    await once(socket, 'data');
    server.signal('SIGINT');
    // Nobody is let in any more.
    while (
      await server.get('/healthz').then(
        ({ ok }) => ok,
        () => false,
      )
    );
    expect(await server.stop('SIGINT')).toMatchObject({ status: 130 });
  });

  it('cuts off a client that takes too long for its headers', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write('GET /healthz HTTP/1.1\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 408 /);
    await once(socket, 'close');
  });

  it('logs lines of JSON and no secret, however much it is asked to', async () => {
    const verbose = await startServer({ args: ['--verbose'] });
    const secrets = { authorization: 'Bearer s3cret-token', cookie: 'session=s3cret-cookie' };
    await verbose.get('/api/v1/deployments/d1?token=s3cret-query', secrets);
    await verbose.post('/api/v1/deployments', { ...deployment, reason: 's3cret-body' }, secrets);
    const { stderr } = await verbose.stop();
    await verbose.remove();
    const entries = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.filter(({ message }) => message === 'request')).toMatchObject([
      { method: 'GET', path: '/api/v1/deployments/d1' },
      { method: 'POST', path: '/api/v1/deployments' },
    ]);
    expect(stderr).not.toContain('s3cret');
  });

  it('reads its settings again at SIGHUP', async () => {
    const status = () => statusUnder(server.url, 'ledger.example');
    expect(await status()).toBe(421);
    const folder = join(server.program.home, '.deploy-ledger');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'config.yaml'), 'server:\n  hosts: [ledger.example]\n');
    server.signal('SIGHUP');
    while ((await status()) !== 200);
  });
});

/** The status that a server answers who calls it by this name. */
async function statusUnder(url: string, host: string): Promise<number | undefined> {
  const answer: IncomingMessage = (await once(get(`${url}/healthz`, { headers: { host } }), 'response'))[0];
  answer.resume();
  return answer.statusCode;
}

describe('serve', () => {
  it('refuses a port that is taken, and says what to do', async () => {
    const { port } = new URL(server.url);
    const { status, stdout, stderr } = await run(`serve --port ${port}`);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^error: another program listens at port \d+ of 127\.0\.0\.1\n {2}hint: .*--port/);
  });

  it.each([
    ['--port 0 --host 192.0.2.1', 5, /refusing to listen at 192\.0\.2\.1/],
    ['--port 0 --host localhost.invalid', 5, /refusing to listen at localhost\.invalid/],
    ['--port eighty', 2, /"eighty" is not a port/],
    ['--port 0 --tls-cert cert.pem', 3, /cannot read .*cert\.pem/],
  ])('refuses %s', async (flags, status, says) => {
    const ended = await run(`serve ${flags}`);
    expect([ended.status, ended.stdout]).toEqual([status, '']);
    expect(ended.stderr).toMatch(says);
  });

  it('needs a ledger where the database was named', async () => {
    const { status, stderr } = await run('serve --port 0 --database none.db');
    expect([status, stderr]).toEqual([3, expect.stringContaining('deploy-ledger init')]);
  });
});
