import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connections } from './connections.ts';
import { listen } from './listen.ts';
import { SlowBodies } from './slow-bodies.ts';
import { createSocketServer, socketLimits } from './socket-server.ts';

const head = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000\r\n\r\n';

let server: Server;
let connections: Connections;
let slowBodies: SlowBodies;
let port: number;
beforeEach(async () => {
  server = createSocketServer(undefined, { ...socketLimits, headersMs: 100 });
  connections = new Connections(server);
  slowBodies = new SlowBodies(server, { leastBytes: 1000, patience: 3 });
  port = await listen(server, { host: '127.0.0.1', port: 0, orNext: false });
});
afterEach(() => server.closeAllConnections());

/** Sends something, and gives the socket back once the server has begun to answer it. */
async function send(text: string): Promise<{ socket: Socket; request: IncomingMessage; response: ServerResponse }> {
  const asked = once(server, 'request');
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.write(text);
  const [request, response] = await asked;
  return { socket, request, response };
}

describe('a slow client', () => {
  it('is cut off in its headers', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 408 /);
    await once(socket, 'close');
  });

  it('is cut off in its body once patience is used up', async () => {
    const { socket, request } = await send(head);
    request.resume();
    const closed = once(socket, 'close');
    slowBodies.look();
    slowBodies.look();
    expect(request.destroyed).toBe(false);
    slowBodies.look();
    await closed;
    expect(request.errored).toMatchObject({ message: 'aborted' });
  });

  it('is waited for as long as it gets on', async () => {
    const { socket, request } = await send(head);
    for (let i = 0; i < 20; i++) {
      socket.write('x'.repeat(2000));
      await once(request, 'data');
      slowBodies.look();
    }
    expect(request.destroyed).toBe(false);
  });

  it('is not to blame for what was not read yet', async () => {
    const { request } = await send(`${head}${'x'.repeat(500)}`);
    await once(request, 'readable');
    for (let i = 0; i < 20; i++) slowBodies.look();
    expect(request.destroyed).toBe(false);
  });
});

describe('closing', () => {
  const get = 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n';

  it('waits for what was accepted, and drops who has asked for nothing', async () => {
    const { socket, response } = await send(get);
    const idle = connect(port, '127.0.0.1');
    await once(server, 'connection');
    const dropped = once(idle, 'close');
    const answered = once(socket, 'data');
    const closed = connections.close(60_000);
    await dropped;
    response.end('done');
    expect(String((await answered)[0])).toMatch(/^HTTP\/1.1 200 OK\r\n.*connection: close.*done$/is);
    await closed;
  });

  it('ends at once what never ends by itself', async () => {
    const { response } = await send(get);
    response.write('event');
    connections.markEndless(response);
    await connections.close(60_000);
    expect(response.destroyed).toBe(true);
  });

  it('cuts off what takes longer than it waits', async () => {
    const { socket } = await send(get);
    const cut = once(socket, 'close');
    await connections.close(1);
    await cut;
  });

  it('keeps a connection no longer than the answer that had begun on it', async () => {
    const { socket, response } = await send(get);
    response.write('half');
    await once(socket, 'data');
    const closed = connections.close(60_000);
    response.end('whole');
    await Promise.all([closed, once(socket, 'close')]);
  });
});
