import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/contract/scratch-folder.ts';
import { openLedger } from '../../main/open-ledger.ts';
import type { Ledger } from '../ledger.ts';
import type { Tokens } from './tokens.ts';

const asked = { by: { person: 'Ann' }, source: 'cli', sign: true };
const day = 86_400_000;

let ledger: Ledger;
let tokens: Tokens;
beforeEach(async () => {
  ledger = await openLedger({ database: ':memory:', keyDir: scratchFolder(), create: true });
  tokens = await ledger.tokens();
});

const factsSaying = async () => (await Promise.all([0, 1].map((index) => ledger.prove(index)))).map(({ fact }) => fact);

describe('tokens', () => {
  it('let their holder in with the role and the limits that they were given', async () => {
    expect(await tokens.any()).toBe(false);
    const { id, token } = await tokens.create({ name: 'ci', role: 'Deployer', services: ['api'] }, asked);
    expect(await tokens.any()).toBe(true);
    expect(await tokens.admit(token, Date.now())).toEqual({
      id,
      name: 'ci',
      role: 'deployer',
      environments: null,
      services: ['api'],
      expiresMs: null,
    });
  });

  it('are recorded as facts without secret, hash, name or person', async () => {
    const { id, token } = await tokens.create({ name: "Ann's laptop", role: 'viewer', expires: '1d' }, asked);
    await tokens.revoke(id, { by: { person: 'Ann', token: 'token-1' }, source: 'http' });
    const facts = await factsSaying();
    expect(facts.map((fact) => JSON.parse(fact))).toMatchObject([
      { type: 'token.created', source: 'cli', data: { token: id, role: 'viewer', expiresAt: expect.any(String) } },
      { type: 'token.revoked', source: 'http', data: { token: id, revokedBy: 'token-1' } },
    ]);
    const hash = createHash('sha256').update(token).digest();
    for (const secret of [token, token.slice(3, -6), hash.toString('hex'), hash.toString('base64url'), 'Ann']) {
      expect(facts.join('\n')).not.toContain(secret);
    }
    const actors = facts.map((fact) => JSON.parse(fact).data.initiator.actor);
    expect(actors).toEqual([expect.stringMatching(/^actor-/), actors[0]]);
    expect(await ledger.verify({})).toMatchObject({ ok: true });
  });

  it.each([
    ['dl_nonsense', 'that is no token'],
    [`dl_${'A'.repeat(49)}`, 'that is no token'],
    ['', 'that is no token'],
  ])('refuse %j before anything is looked up', async (text, message) => {
    await expect(tokens.admit(text, Date.now())).rejects.toMatchObject({
      code: 'unauthenticated',
      message: expect.stringContaining(message),
    });
  });

  it('of another ledger let nobody in', async () => {
    const other = await openLedger({ database: ':memory:', keyDir: scratchFolder(), create: true });
    const { token } = await (await other.tokens()).create({ name: 'x', role: 'admin' }, asked);
    await expect(tokens.admit(token, Date.now())).rejects.toThrow('never given out here');
  });

  it('let nobody in from the moment on at which they expire, also when they did just before', async () => {
    const { token, expiresAt } = await tokens.create({ name: 'ci', role: 'viewer', expires: '90d' }, asked);
    const expiresMs = Date.parse(expiresAt ?? '');
    await tokens.admit(token, expiresMs - 1);
    await expect(tokens.admit(token, expiresMs)).rejects.toThrow(/expired at/);
    await expect(tokens.admit(token, expiresMs + day)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('let nobody in once they are revoked, and are revoked once', async () => {
    const { id, token } = await tokens.create({ name: 'ci', role: 'viewer' }, asked);
    await tokens.admit(token, Date.now());
    const first = await tokens.revoke(id, asked);
    await expect(tokens.admit(token, Date.now())).rejects.toThrow(/was revoked at/);
    expect(await tokens.revoke(id, asked)).toEqual({ ...first, already: true });
    expect(await ledger.size()).toBe(2);
    await expect(tokens.revoke('token-9', asked)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are listed latest first, those that are over on request', async () => {
    const first = await tokens.create({ name: 'first', role: 'viewer' }, asked);
    const second = await tokens.create({ name: 'second', role: 'admin', environments: ['staging'] }, asked);
    await tokens.revoke(first.id, asked);
    expect((await tokens.list({})).items).toMatchObject([{ id: second.id, name: 'second', state: 'active' }]);
    const { items } = await tokens.list({ all: true });
    expect(new Map(items.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [second.id, 'active'],
        [first.id, 'revoked'],
      ]),
    );
    const page = await tokens.list({ all: true, limit: 1 });
    const rest = await tokens.list({ all: true, limit: 1, cursor: page.next ?? '' });
    expect([...page.items, ...rest.items]).toEqual(items);
    expect(rest.next).toBe(null);
  });

  it('remember when they were used, but not each time', async () => {
    const { token } = await tokens.create({ name: 'ci', role: 'viewer' }, asked);
    const lastUse = async () => (await tokens.list({})).items[0]?.lastUsedAt;
    expect(await lastUse()).toBe(null);
    const start = Date.UTC(2030, 0, 1);
    for (const ms of [0, 1000, 59_000, 60_000]) await tokens.admit(token, start + ms);
    expect(await lastUse()).toBe('2030-01-01T00:01:00Z');
    await tokens.admit(token, start + 119_999);
    expect(await lastUse()).toBe('2030-01-01T00:01:00Z');
  });

  it('keep no name of a person who was erased', async () => {
    await tokens.create({ name: "Ann's laptop", role: 'viewer' }, asked);
    await ledger.eraseActor('Ann', { aliases: [], dryRun: false });
    expect((await tokens.list({})).items).toMatchObject([{ name: null, initiator: null, role: 'viewer' }]);
    expect(await ledger.verify({})).toMatchObject({ ok: true });
  });

  it.each([
    [{ role: 'viewer' }, 'name'],
    [{ name: 'x', role: 'root' }, 'role'],
    [{ name: 'x', role: 'viewer', expires: '2020-01-01' }, 'expires'],
    [{ name: 'x', role: 'viewer', expires: 'soon' }, 'expires'],
    [{ name: 'x', role: 'viewer', services: [] }, 'services'],
    [{ name: 'x', role: 'viewer', scope: 'all' }, 'scope'],
  ])('cannot be made of %j', async (request, field) => {
    await expect(tokens.create(request, asked)).rejects.toMatchObject({ code: 'invalid', field });
    expect(await ledger.size()).toBe(0);
  });
});

describe('sessions', () => {
  it('stand for their token until they are closed', async () => {
    const { token, id } = await tokens.create({ name: 'ci', role: 'viewer' }, asked);
    const nowMs = Date.now();
    const { secret, expiresMs } = await tokens.openSession(token, nowMs);
    expect(expiresMs).toBe(nowMs + day / 2);
    expect(await tokens.admitSession(secret, nowMs)).toMatchObject({ id, role: 'viewer' });
    await tokens.closeSession(secret);
    await expect(tokens.admitSession(secret, nowMs)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('end with their time, with that of their token, and with its revocation', async () => {
    const nowMs = Date.now();
    const lasting = await tokens.create({ name: 'ci', role: 'viewer' }, asked);
    const first = await tokens.openSession(lasting.token, nowMs);
    await expect(tokens.admitSession(first.secret, first.expiresMs)).rejects.toThrow('this session is over');
    const short = await tokens.create({ name: 'ci', role: 'viewer', expires: '1h' }, asked);
    const second = await tokens.openSession(short.token, nowMs);
    expect(second.expiresMs).toBe(Date.parse(short.expiresAt ?? ''));
    await tokens.revoke(lasting.id, asked);
    await expect(tokens.admitSession(first.secret, nowMs)).rejects.toThrow('was revoked');
  });
});
