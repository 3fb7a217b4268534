import { expect, test } from 'vitest';
import { connect } from '../connect.ts';
import type { Fetch } from './transport.ts';

type Answer = Response | Error;

/** A server that gives these answers one after the other, the last one for ever, and what it was asked. */
function answering(...answers: readonly Answer[]) {
  const asked: { url: string; headers: Headers; body: unknown }[] = [];
  const fetch: Fetch = async (url, { headers, body }) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({ url: url.href, headers: new Headers(headers), body });
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer.clone();
  };
  return { asked, fetch };
}

const busy = (status = 503) =>
  Response.json({ code: 'overloaded', detail: 'too much' }, { status, headers: { 'retry-after': '0' } });
const recorded = Response.json(
  { id: 'deploy-1', index: 0, leafHash: '', duplicate: false, warnings: [] },
  { status: 201 },
);
const deployment = { service: 'api', version: '1', environment: 'production' };
const gone = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') });
const sentTo = (location: string, status = 307) => new Response(null, { status, headers: { location } });

test.each(['http://ledger.example', 'http://10.0.0.1:8080', 'http://127.0.0.1.example'])(
  'refuses to send a token to %s',
  (url) => {
    expect(() => connect({ url, token: 'dl_x' })).toThrow('anybody could read it');
    expect(() => connect({ url })).not.toThrow();
  },
);

test.each(['https://ledger.example', 'http://127.0.0.1:8080', 'http://[::1]:8080', 'http://localhost'])(
  'sends the token to %s',
  async (url) => {
    const { asked, fetch } = answering(recorded);
    await connect({ url, token: 'dl_x', fetch }).getDeployment('a/b');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer dl_x');
    expect(asked[0]?.url).toBe(`${url}/api/v1/deployments/a%2Fb`);
  },
);

test.each([
  'ledger.example',
  'ftp://ledger.example',
  'https://ann:secret@ledger.example',
  'https://ledger.example/?a=b',
])('refuses %s as an address, without repeating a password', (url) => {
  expect(() => connect({ url })).toThrow(expect.objectContaining({ code: 'invalid' }));
  expect(() => connect({ url })).not.toThrow('secret');
});

test('finds a server below a path', async () => {
  const { asked, fetch } = answering(recorded);
  await connect({ url: 'https://example.com/ledger', fetch }).getDeployment('é?');
  expect(asked[0]?.url).toBe('https://example.com/ledger/api/v1/deployments/%C3%A9%3F');
});

test.each([
  'https://elsewhere.example/',
  'http://ledger.example/',
  'https://ledger.example:8443/',
  'file:///etc/passwd',
])('does not follow a redirect to %s', async (location) => {
  const { asked, fetch } = answering(sentTo(location), recorded);
  const ledger = connect({ url: 'https://ledger.example', token: 'dl_x', fetch });
  await expect(ledger.getDeployment('1')).rejects.toMatchObject({ code: 'unreachable' });
  expect(asked).toHaveLength(1);
});

test('follows one within the host, with the token and the body', async () => {
  const { asked, fetch } = answering(sentTo('/moved'), recorded);
  await connect({ url: 'https://ledger.example', token: 'dl_x', fetch }).recordDeployment(deployment);
  expect(asked[1]).toMatchObject({ url: 'https://ledger.example/moved', body: JSON.stringify(deployment) });
  expect(asked[1]?.headers.get('authorization')).toBe('Bearer dl_x');
});

test('does not make a GET of a record', async () => {
  const { fetch } = answering(sentTo('/moved', 302), recorded);
  const recording = connect({ url: 'https://ledger.example', fetch }).recordDeployment(deployment);
  await expect(recording).rejects.toMatchObject({ code: 'unreachable' });
});

test('gives up on redirects that lead round in circles', async () => {
  const { asked, fetch } = answering(sentTo('/again'));
  const asking = connect({ url: 'https://ledger.example', fetch }).getDeployment('1');
  await expect(asking).rejects.toMatchObject({ code: 'unreachable' });
  expect(asked.length).toBeLessThan(10);
});

test('repeats a record that a server is too busy for, or leaves without an answer, under the same key', async () => {
  const { asked, fetch } = answering(busy(429), gone, recorded);
  expect(await connect({ url: 'http://localhost', fetch }).recordDeployment(deployment)).toMatchObject({
    id: 'deploy-1',
  });
  const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys[0]).toMatch(/^client:[0-9a-f]{32}$/);
  expect(new Set(keys).size).toBe(1);
});

test('has another key for each record, and none beside that of the record', async () => {
  const { asked, fetch } = answering(recorded);
  const ledger = connect({ url: 'http://localhost', fetch });
  await ledger.recordDeployment(deployment);
  await ledger.recordDeployment(deployment);
  await ledger.recordDeployment({ ...deployment, idempotencyKey: 'mine' });
  const [first, second, third] = asked.map(({ headers }) => headers.get('idempotency-key'));
  expect(first).not.toBe(second);
  expect(third).toBeNull();
});

test('does not repeat without an answer what would be done twice', async () => {
  const { asked, fetch } = answering(gone);
  const creating = connect({ url: 'http://localhost', fetch }).createToken({ name: 'ci', role: 'deployer' });
  await expect(creating).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('ECONNREFUSED'),
  });
  expect(asked).toHaveLength(1);
});

test('gives up after a few attempts, with what the server said', async () => {
  const { asked, fetch } = answering(busy());
  const asking = connect({ url: 'http://localhost', fetch }).getDeployment('1');
  await expect(asking).rejects.toMatchObject({ code: 'overloaded', message: 'too much', status: 503 });
  expect(asked).toHaveLength(4);
});

test('does not wait longer than half a minute on its own account', async () => {
  const later = Response.json({ code: 'overloaded', detail: 'x' }, { status: 429, headers: { 'retry-after': '3600' } });
  const { asked, fetch } = answering(later);
  await expect(connect({ url: 'http://localhost', fetch }).getDeployment('1')).rejects.toMatchObject({
    retryAfterMs: 3_600_000,
  });
  expect(asked).toHaveLength(1);
});

test('a refusal has the code, field and hint of its problem', async () => {
  const problem = { code: 'invalid', detail: 'no', field: 'environment', hint: 'yes', requestId: 'r1' };
  const { fetch } = answering(Response.json(problem, { status: 422 }));
  const recording = connect({ url: 'http://localhost', fetch }).recordDeployment(deployment);
  await expect(recording).rejects.toMatchObject({
    code: 'invalid',
    message: 'no',
    field: 'environment',
    hint: 'yes',
    requestId: 'r1',
  });
});

test.each([
  ['a page with status 200', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['a page with status 502', new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } })],
  ['JSON that is no problem', Response.json({ error: 'no' }, { status: 404 })],
  ['what is said to be JSON', new Response('{"id":', { headers: { 'content-type': 'application/json' } })],
])('%s is the answer of no ledger', async (_, answer) => {
  const { fetch } = answering(answer);
  const asking = connect({ url: 'http://localhost', fetch }).getDeployment('1');
  await expect(asking).rejects.toMatchObject({
    code: 'unreachable',
    hint: expect.stringContaining('check the address'),
  });
});

test('ends with the reason of a signal, and repeats nothing then', async () => {
  const stop = new AbortController();
  let asked = 0;
  const fetch: Fetch = async (_, { signal }) => {
    asked += 1;
    stop.abort(new Error('enough'));
    throw signal?.reason;
  };
  const asking = connect({ url: 'http://localhost', fetch }).getDeployment('1', {}, { signal: stop.signal });
  await expect(asking).rejects.toThrow('enough');
  expect(asked).toBe(1);
});

test('does not wait for ever for a server that says nothing', async () => {
  const fetch: Fetch = (_, { signal }) =>
    new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  const creating = connect({ url: 'http://localhost', fetch, timeoutMs: 1 }).createToken({
    name: 'ci',
    role: 'viewer',
  });
  await expect(creating).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('did not answer'),
  });
});

test.each(['.', '..', ''])('refuses %j as an id: no address can name it', (id) => {
  expect(() => connect({ url: 'http://localhost' }).getDeployment(id)).toThrow('cannot be part of an address');
});
