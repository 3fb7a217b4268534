import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { program } from '../../../../test/support/cli/run-in-process.ts';
import type { DeliveryView } from '../../../app/deliveries/webhooks.ts';
import { outcomeOf } from '../columns/delivery-columns.ts';

/** A server that answers everything with this, and what was sent to it. */
async function answering(status: number, answer: object) {
  const received: { url: string | undefined; headers: object; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({ url: request.url, headers: request.headers, body });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, close: () => server.close() };
}

test('sends the example of a source to a server, and says where to look', async () => {
  const server = await answering(202, { id: 'delivery-1-x', repeated: false });
  const { status, stdout, stderr } = await program().run('webhook', 'test', 'flux', '--server', server.url);
  server.close();
  expect([status, stdout]).toEqual([0, 'Delivered: delivery-1-x\n']);
  expect(stderr).toContain('webhook list --source flux');
  expect(server.received).toMatchObject([{ url: '/webhooks/flux', body: expect.stringContaining('"webapp"') }]);
});

test('says what the server says when it refuses', async () => {
  const server = await answering(401, { detail: 'the delivery is not signed', hint: 'sign it' });
  const { status, stderr } = await program().run('webhook', 'test', 'github', '--server', server.url);
  server.close();
  expect([status, stderr]).toEqual([5, expect.stringContaining('the delivery is not signed\n  hint: sign it')]);
  expect((await program().run('webhook', 'test', 'github', '--server', server.url)).status).toBe(4);
});

test('refuses what it cannot do, and says what would be right', async () => {
  const { run } = program();
  await run('init');
  expect((await run('webhook', 'test', 'gitlap')).stderr).toContain('did you mean "gitlab"?');
  expect((await run('webhook', 'test')).stderr).toContain('the source is missing');
  expect(await run('webhook', 'replay', 'delivery-1-x')).toMatchObject({ status: 1 });
  expect((await run('webhook', 'list', '--state', 'lost')).stderr).toContain('unknown state "lost"');
  expect((await run('webhook', 'list')).stdout).toBe('[]\n');
});

test('tells what became of a delivery in one line', () => {
  const event = { event: 'push', recorded: [], ignored: null, error: null };
  const recorded = [
    { id: 'd1', index: 0, known: false },
    { id: 'd1', index: 1, known: false },
  ];
  const outcome = (...events: DeliveryView['events']) => outcomeOf({ events } as DeliveryView);
  expect(outcome({ ...event, recorded }, { ...event, ignored: 'no rule' })).toBe('d1; no rule');
  expect(outcome({ ...event, recorded, error: 'it is wrong' })).toBe('it is wrong');
  expect(outcome()).toBe(null);
});
