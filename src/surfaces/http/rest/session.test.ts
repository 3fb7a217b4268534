import { expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';
import { giveToken, realDoor } from '../../../../test/support/token-door.ts';

const cookieOf = (answer: Response) => answer.headers.get('set-cookie') ?? '';

async function login(http: HttpTest, request: object = {}) {
  const { token } = await giveToken(http, request);
  const answer = await http.post('/api/v1/session', { token });
  expect(answer.status).toBe(201);
  return { answer, cookie: cookieOf(answer).split(';')[0] ?? '' };
}

it('exchanges a token for a cookie that scripts and other sites cannot use', async () => {
  const http = await openHttpTest({ door: realDoor() });
  const { answer, cookie } = await login(http, { name: 'ci', role: 'viewer' });
  expect(cookieOf(answer)).toMatch(
    /^deploy_ledger_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
  );
  expect(await answer.json()).toMatchObject({ name: 'ci', role: 'viewer', services: null });
  const session = await http.get('/api/v1/session', { cookie });
  expect(await session.json()).toMatchObject({ name: 'ci', role: 'viewer' });
});

it('keeps the cookie of an encrypted connection to such', async () => {
  const http = await openHttpTest({ door: realDoor(), peer: { address: '192.0.2.1', secure: true } });
  expect(cookieOf((await login(http)).answer)).toMatch(/; Secure$/);
});

it('does what a page of this server asks for, and nothing that does not say whence it comes', async () => {
  const http = await openHttpTest({ door: realDoor() });
  const { cookie } = await login(http);
  const record = (headers: Readonly<Record<string, string>>) =>
    http.post('/api/v1/deployments', { service: 'api', version: '1', environment: 'test' }, { cookie, ...headers });
  expect((await record({ origin: 'http://localhost' })).status).toBe(201);
  expect((await record({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  expect((await record({})).status).toBe(403);
  expect((await record({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await record({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await record({ origin: 'http://localhost', 'content-type': 'text/plain' })).status).toBe(415);
});

it('ends a session for good, whoever still has its cookie', async () => {
  const http = await openHttpTest({ door: realDoor() });
  const { cookie } = await login(http);
  const out = () =>
    http.request('/api/v1/session', { method: 'DELETE', headers: { cookie, origin: 'http://localhost' } });
  const answer = await out();
  expect([answer.status, cookieOf(answer)]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  expect((await http.get('/api/v1/session', { cookie })).status).toBe(401);
  expect((await out()).status).toBe(204);
});

it('begins another session for a browser whose last one is over', async () => {
  const http = await openHttpTest({ door: realDoor() });
  const { token } = await giveToken(http, {});
  const cookie = `a=b; deploy_ledger_session=${'x'.repeat(43)}`;
  expect((await http.post('/api/v1/session', { token }, { cookie })).status).toBe(201);
  expect((await http.post('/api/v1/session', { token: 'dl_x' })).status).toBe(401);
});

it('says where there are no sessions', async () => {
  const http = await openHttpTest();
  expect((await http.post('/api/v1/session', { token: 'dl_x' })).status).toBe(404);
});
