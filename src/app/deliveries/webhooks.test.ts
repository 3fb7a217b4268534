import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubSignature, openWebhookTest } from '../../../test/support/webhook-test.ts';
import { LedgerError } from '../../domain/errors.ts';
import { githubExample } from '../../sources/github/webhook/github-example.ts';
import { createWebhookSources } from '../../sources/webhooks/create-sources.ts';
import { standardWebhooks } from '../../sources/webhooks/schemes/standard-webhooks.ts';
import { defaultRetentionMs, defaultWebhookSettings } from '../../sources/webhooks/source-settings.ts';
import { openSqlite } from '../../storage/sqlite/open-sqlite.ts';
import { openWebhooks, type WebhookPorts } from './open-webhooks.ts';
import type { RecordClaim } from './process-delivery.ts';

const run = {
  workflow_run: {
    id: 1,
    name: 'Deploy',
    head_branch: 'main',
    head_sha: 'a'.repeat(40),
    status: 'completed',
    conclusion: 'success',
    created_at: '2026-01-15T10:00:00Z',
    updated_at: '2026-01-15T10:15:00Z',
  },
  repository: { name: 'hello', full_name: 'octocat/hello', html_url: 'https://github.com/octocat/hello' },
};
const body = Buffer.from(JSON.stringify(githubExample.body));
const request = { body, headers: { ...githubExample.headers, 'x-hub-signature-256': githubSignature(body) } };

/** Webhooks over a store of their own, and how to end and begin the process around them. */
async function openProcess() {
  const store = await openSqlite(':memory:', { mode: 'create' });
  await store.create({ origin: 'test.example/log', verifierKey: 'key', secret: randomBytes(32) });
  const time = { nowMs: Date.UTC(2026, 0, 15, 12) };
  const settings = { ...defaultWebhookSettings, sources: { github: { secrets: ['old', 'secret'] } } };
  const ports: WebhookPorts = { store, clock: () => time.nowMs, random: randomBytes, webhooks: async () => settings };
  const recorded: string[] = [];
  const record: RecordClaim = async ({ idempotencyKey = '' }) => {
    const duplicate = recorded.includes(idempotencyKey);
    if (!duplicate) recorded.push(idempotencyKey);
    return { id: 'd1', index: recorded.indexOf(idempotencyKey), leafHash: '', duplicate, warnings: [] };
  };
  return { time, recorded, record, start: (how = record) => openWebhooks(ports, how) };
}

describe('deliveries', () => {
  it('are processed by the next process when one ends before it came to them, and recorded once', async () => {
    const { start, record, recorded } = await openProcess();
    const dying = await start(async (claim, options) => {
      await record(claim, options);
      throw new LedgerError('storage', 'the disk is full');
    });
    const { id } = await dying.receive('github', request, { trusted: false });
    await expect(dying.settled()).rejects.toThrow('the disk is full');
    expect((await dying.delivery(id)).state).toBe('pending');
    const next = await start();
    await next.tend();
    expect(await next.delivery(id)).toMatchObject({
      state: 'recorded',
      events: [{ recorded: [{ known: true }, { known: true }] }],
    });
    expect(recorded).toHaveLength(2);
  });

  it('are told to have failed by a defect, and the others go on', async () => {
    const { start, record } = await openProcess();
    let calls = 0;
    const webhooks = await start(async (claim, options) => {
      if (calls++ === 0) throw new TypeError('a secret detail');
      return record(claim, options);
    });
    const first = await webhooks.receive('github', request, { trusted: false });
    await webhooks.settled();
    const { state, events } = await webhooks.delivery(first.id);
    expect(state).toBe('failed');
    expect(events[0]?.error).not.toContain('secret');
    expect((await webhooks.replay(first.id)).state).toBe('recorded');
  });

  it('lose their body after 30 days, and keep what became of them', async () => {
    const { start, time } = await openProcess();
    const webhooks = await start();
    const { id } = await webhooks.receive('github', request, { trusted: false });
    await webhooks.tend();
    time.nowMs += defaultRetentionMs;
    await webhooks.tend();
    expect((await webhooks.delivery(id)).kept).toBe(true);
    time.nowMs += 1;
    await webhooks.tend();
    expect(await webhooks.delivery(id)).toMatchObject({ kept: false, state: 'recorded' });
    await expect(webhooks.replay(id)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('rules', () => {
  it('count for what is sent again or replayed after they were set', async () => {
    const http = await openWebhookTest();
    const ignored = await http.sendGithub('workflow_run', run, 'guid-1');
    expect(ignored).toMatchObject({ state: 'ignored', events: [{ ignored: expect.stringMatching(/^no rule/) }] });
    const rules = [{ event: 'workflow_run', workflow: 'Deploy', branch: 'main', environment: 'production' }];
    http.webhooks.configure({ ...defaultWebhookSettings, sources: { github: { secrets: ['secret'], rules } } });
    expect(await http.sendGithub('workflow_run', run, 'guid-1')).toMatchObject({ id: ignored.id, state: 'recorded' });
    const replayed = await http.request(`/api/v1/deliveries/${ignored.id}/replay`, { method: 'POST' });
    expect(await replayed.json()).toMatchObject({ events: [{ recorded: [{ known: true }, { known: true }] }] });
    expect((await http.ledger.deployments({})).items).toMatchObject([{ id: 'github:octocat/hello:run:1:1' }]);
  });

  it('that are none leave those before in place', async () => {
    const { webhooks } = await openWebhookTest();
    const wrong = { ...defaultWebhookSettings, sources: { github: { rules: [{ event: 'push' }] } } };
    expect(() => webhooks.configure(wrong)).toThrow('sources.github.rules');
    expect((await webhooks.receive('github', request, { trusted: false })).repeated).toBe(false);
  });
});

describe('a request by Standard Webhooks', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const text = JSON.stringify({ type: 'deployment', service: 'api', version: '1', environment: 'production' });
  const sign = (id: string, nowMs = Date.now()) => standardWebhooks.sign(Buffer.from(text), secret, { id, nowMs });

  it('is taken with any secret of the source, once', async () => {
    const http = await openWebhookTest({ generic: { secrets: ['other', secret] } });
    const headers = sign('msg_1');
    const first = (await (await http.deliver('generic', text, headers)).json()) as { repeated: boolean };
    const again = (await (await http.deliver('generic', text, headers)).json()) as { repeated: boolean };
    expect([first.repeated, again.repeated]).toEqual([false, true]);
    await http.webhooks.settled();
    expect((await http.ledger.deployments({})).items).toHaveLength(1);
    expect((await http.deliver('generic', text, sign('msg_2', Date.now() - 400_000))).status).toBe(401);
    expect((await http.deliver('generic', `${text} `, headers)).status).toBe(401);
  });

  it('is not taken for a token that came with it when it is wrong', async () => {
    const http = await openWebhookTest({ generic: { secrets: ['other'] } });
    expect((await http.deliver('generic', text, sign('msg_1'))).status).toBe(401);
    expect((await http.deliver('generic', text)).status).toBe(202);
  });
});

describe('hostile deliveries', () => {
  const names = [...createWebhookSources(defaultWebhookSettings).keys()];

  it.each([
    ['truncated', '{"event": {"data": '],
    ['10,000 levels deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['10,000 lists deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['no text', Buffer.from([0xff, 0xfe, 0x00])],
    ['empty', ''],
    ['null', 'null'],
    ['a prototype', '{"__proto__": {"a": 1}, "constructor": 1, "type": "constructor"}'],
    ['half a character', '{"type": "deployment", "service": "\\ud800", "version": "1", "environment": "x"}'],
    ['a mebibyte of one name', `{"type":"deployment","service":"${'x'.repeat(1_000_000)}"}`],
  ])('that are %s are told to have failed, and to nobody else', async (_what, hostile) => {
    const http = await openWebhookTest(Object.fromEntries(names.map((name) => [name, { secrets: ['secret'] }])));
    for (const name of names) {
      const [scheme] = createWebhookSources(defaultWebhookSettings).get(name)?.schemes ?? [];
      const headers = scheme?.sign(Buffer.from(hostile), 'secret', { id: 'msg_1', nowMs: Date.now() });
      const answer = await http.deliver(name, hostile, { 'x-github-event': 'deployment', ...headers });
      expect([name, answer.status]).toEqual([name, 202]);
    }
    await http.webhooks.settled();
    const { items } = await http.webhooks.list({});
    expect(items).toHaveLength(names.length);
    for (const { state, events } of items) {
      expect(['failed', 'ignored']).toContain(state);
      expect(JSON.stringify(events)).not.toContain('defect');
      expect(JSON.stringify(events).length).toBeLessThan(5000);
    }
    expect(await http.ledger.size()).toBe(0);
  });

  it('of any shape make no source fail but with what is wrong', () => {
    const examples = [...createWebhookSources(defaultWebhookSettings).values()];
    const values = fc.jsonValue({ maxDepth: 2 });
    const changes = fc.dictionary(fc.string({ maxLength: 12 }), values, { maxKeys: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.oneof(values, changes), fc.boolean(), (source, value, isMixed) => {
        const { headers } = source.example;
        const mixed = isMixed ? { ...source.example.body, ...Object(value) } : value;
        try {
          source.read({ headers, body: Buffer.from(JSON.stringify(mixed)) });
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
