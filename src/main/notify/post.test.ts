import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { poster } from './post.ts';
import { isPrivateAddress } from './private-address.ts';
import { retryAfterMs } from './retry-after.ts';

const nowMs = () => Date.parse('2026-01-01T00:00:00Z');
const body = Buffer.from('{}');
let close = () => {};
afterEach(() => close());

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return (server.address() as AddressInfo).port;
}

const never = new AbortController().signal;
const anywhere = poster({ allowPrivate: true, nowMs });

describe('a request', () => {
  it('goes to the address that its name led to when it was checked', async () => {
    let host: string | undefined;
    const port = await listen(({ headers }, response) => {
      host = headers.host;
      response.writeHead(204).end();
    });
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const post = poster({ allowPrivate: true, nowMs, resolve });
    expect(await post(`http://hooks.example:${port}/`, {}, body, never)).toEqual({ status: 204, retryAfterMs: null });
    expect(host).toBe(`hooks.example:${port}`);
  });

  it('follows no redirect, and says when it may come back', async () => {
    let requests = 0;
    const port = await listen((_request, response) => {
      requests += 1;
      response.writeHead(302, { location: '/', 'retry-after': '120' }).end();
    });
    const answer = await anywhere(`http://127.0.0.1:${port}/`, {}, body, never);
    expect([answer, requests]).toEqual([{ status: 302, retryAfterMs: 120_000 }, 1]);
  });

  it('waits for no answer that does not end', async () => {
    const port = await listen((_request, response) => void response.writeHead(200).write('for ever'));
    expect(await anywhere(`http://127.0.0.1:${port}/`, {}, body, never)).toMatchObject({ status: 200 });
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const port = await listen(() => stop.abort());
    await expect(anywhere(`http://127.0.0.1:${port}/`, {}, body, stop.signal)).rejects.toThrow();
  });

  it.each([
    'http://127.0.0.1:1/',
    'http://0x7f.1:1/',
    'http://[::1]:1/',
    'http://[::ffff:169.254.169.254]/',
    'http://2130706433/',
  ])('does not reach %s unless that is allowed', async (url) => {
    await expect(poster({ allowPrivate: false, nowMs })(url, {}, body, never)).rejects.toThrow(
      'its address is private',
    );
  });

  it('goes nowhere when one of the addresses of its name is private', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: 'fd00::1', family: 6 },
    ];
    const post = poster({ allowPrivate: false, nowMs, resolve });
    await expect(post('https://hooks.example/', {}, body, never)).rejects.toThrow('its address is private');
  });
});

const privates = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.255.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1', '224.0.0.1'],
  ...['255.255.255.255', '::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fc00::1', 'fd00:ec2::254'],
  ...['64:ff9b::a9fe:a9fe', '2002:7f00:1::', '2001::1', '2001:db8::1', 'ff02::1'],
];

it('knows the addresses that are not of the public internet', () => {
  expect(privates.filter((address) => !isPrivateAddress(address))).toEqual([]);
  const publics = ['8.8.8.8', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'];
  expect(publics.filter(isPrivateAddress)).toEqual([]);
});

it('reads Retry-After as seconds or as a time', () => {
  expect(
    ['7', 'Thu, 01 Jan 2026 00:01:00 GMT', 'soon', undefined].map((header) => retryAfterMs(header, nowMs())),
  ).toEqual([7000, 60_000, null, null]);
});
