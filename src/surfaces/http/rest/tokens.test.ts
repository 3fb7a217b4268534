import { beforeEach, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';
import { bearer, giveToken, realDoor } from '../../../../test/support/token-door.ts';

let http: HttpTest;
let admin: { readonly authorization: string };
beforeEach(async () => {
  http = await openHttpTest({ door: realDoor() });
  admin = bearer(await giveToken(http, { name: 'root' }));
});

interface Created {
  readonly id: string;
  readonly token: string;
}

it('creates, lists and revokes tokens', async () => {
  const answer = await http.post('/api/v1/tokens', { name: 'ci', role: 'viewer', expires: '90d' }, admin);
  const created = (await answer.json()) as Created;
  expect([answer.status, answer.headers.get('location')]).toEqual([201, `/api/v1/tokens/${created.id}`]);
  expect(created).toMatchObject({ role: 'viewer', token: expect.stringMatching(/^dl_/), services: null });
  expect((await http.get('/api/v1/session', bearer(created))).status).toBe(200);

  const list = (await (await http.get('/api/v1/tokens', admin)).json()) as { items: object[]; next: null };
  expect(list).toMatchObject({ next: null, items: expect.arrayContaining([expect.objectContaining({ name: 'ci' })]) });
  expect(JSON.stringify(list)).not.toContain(created.token);

  const path = `/api/v1/tokens/${created.id}`;
  const revoke = () => http.request(path, { method: 'DELETE', headers: admin });
  expect(await (await revoke()).json()).toMatchObject({ id: created.id, already: false });
  expect(await (await revoke()).json()).toMatchObject({ id: created.id, already: true });
  expect((await http.get('/api/v1/session', bearer(created))).status).toBe(401);
});

it('records which token asked for it', async () => {
  const { token } = (await (await http.get('/api/v1/session', admin)).json()) as { token: string };
  await http.post('/api/v1/tokens', { name: 'ci', role: 'viewer' }, admin);
  const { fact } = await http.ledger.prove(1);
  expect(JSON.parse(fact)).toMatchObject({ type: 'token.created', source: 'http', data: { createdBy: token } });
});

it('gives pages', async () => {
  for (const name of ['a', 'b']) await giveToken(http, { name });
  const seen: unknown[] = [];
  for (let path = '/api/v1/tokens?limit=2'; path !== ''; ) {
    const { items, next } = (await (await http.get(path, admin)).json()) as { items: { id: string }[]; next: string };
    seen.push(...items.map(({ id }) => id));
    path = next === null ? '' : `/api/v1/tokens?limit=2&cursor=${next}`;
  }
  expect(new Set(seen).size).toBe(3);
});

it('lets no token with limits give out others', async () => {
  const limited = bearer(await giveToken(http, { services: ['api'] }));
  expect((await http.post('/api/v1/tokens', { name: 'x', role: 'admin' }, limited)).status).toBe(403);
});

it.each([
  [{ name: 'x', role: 'boss' }, 'role'],
  [{ name: 'x', role: 'admin', expires: '2001-01-01' }, 'expires'],
  [{ name: 'x', role: 'admin', environments: 'production' }, 'environments'],
])('refuses %j and names the field', async (body, field) => {
  const answer = await http.post('/api/v1/tokens', body, admin);
  expect([answer.status, await answer.json()]).toMatchObject([422, { field }]);
});
