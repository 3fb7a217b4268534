import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen } from './listen.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => void server.close()));

function open(address: Partial<Parameters<typeof listen>[1]>): Promise<number> {
  const server = createServer();
  servers.push(server);
  return listen(server, { host: '127.0.0.1', port: 0, orNext: false, ...address });
}

test('takes any port for 0', async () => {
  expect(await open({})).toBeGreaterThan(0);
});

test('refuses a port that is taken, and says what to do', async () => {
  const port = await open({});
  await expect(open({ port })).rejects.toMatchObject({
    code: 'conflict',
    message: `another program listens at port ${port} of 127.0.0.1`,
    hint: expect.stringContaining('--port'),
  });
});

test('takes one after it where that will do as well', async () => {
  const port = await open({});
  expect(await open({ port, orNext: true })).toBeGreaterThan(port);
});

test.each(['192.0.2.1', 'no-such-name.invalid', '256.1.1.1'])('refuses the address %s', async (host) => {
  await expect(open({ host })).rejects.toMatchObject({ code: 'invalid', field: 'host' });
});
