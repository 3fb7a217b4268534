import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';

let http: HttpTest;
beforeEach(async () => {
  http = await openHttpTest();
});

const at = '2026-01-15T10:00:00Z';

async function deploy(version: string, more = {}): Promise<void> {
  const claim = { type: 'deployment', service: 'api', version, environment: 'production', finishedAt: at, ...more };
  await http.ledger.record(claim, { source: 'test' });
}

/** All items of a list along its Link headers; `between` happens after each page. */
async function walk(path: string, between = async () => {}): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const answer = await http.get(next);
    expect(answer.status).toBe(200);
    const page = (await answer.json()) as { items: Record<string, unknown>[]; next: string | null };
    items.push(...page.items);
    next = /^<(.+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    expect(next === undefined).toBe(page.next === null);
    await between();
  }
  return items;
}

describe('a list', () => {
  it('is one state of the log on all its pages, whatever is recorded in between', async () => {
    for (let i = 0; i < 7; i += 1)
      await deploy(String(i), { id: `d${i}`, status: 'in-progress', finishedAt: undefined });
    let step = 0;
    const items = await walk('/api/v1/deployments?limit=2', async () => {
      // The oldest one is over now, which would put it in front of what was listed already.
      const status = { type: 'deployment-status', deployment: `d${step}`, status: 'success', at: 'now' };
      await http.ledger.record(status, { source: 'test' });
      await deploy(`new-${step}`, { finishedAt: 'now' });
      step += 1;
    });
    expect(items.map(({ id }) => id).sort()).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6']);
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['in-progress']));
  });

  it('refuses limits out of range, foreign cursors and what it does not know', async () => {
    await deploy('1');
    for (const query of ['limit=0', 'limit=1001', 'limit=x', 'cursor=x', 'cursor=W10', 'sevice=api', 'status=gone']) {
      expect((await http.get(`/api/v1/deployments?${query}`)).status, query).toBe(422);
    }
    const hint = await (await http.get('/api/v1/deployments?sevice=api')).json();
    expect(hint).toMatchObject({ field: 'sevice', hint: 'did you mean "service"?' });
  });

  it('takes every filter of the command line', async () => {
    await deploy('1', { region: 'eu', strategy: 'canary', kind: 'configuration', initiator: 'ann' });
    await deploy('2', { service: 'web', status: 'failure' });
    const versions = async (query: string) =>
      (await walk(`/api/v1/deployments?${query}`)).map(({ version }) => version);
    for (const query of ['region=eu', 'type=canary', 'kind=configuration', 'initiator=ann', 'service=api']) {
      expect(await versions(query), query).toEqual(['1']);
    }
    expect(await versions('status=failed')).toEqual(['2']);
    expect((await versions('from=2026-01-15&to=2026-01-16')).sort()).toEqual(['1', '2']);
    expect(await versions('known_at=0')).toEqual(['1']);
    expect(await versions('as_of=2026-01-14')).toEqual([]);
    expect(await versions('since=2026-01-15T11:00:00&tz=Europe/Berlin')).toEqual([]);
  });
});

describe('an entity tag', () => {
  it('spares an answer that the client holds, until something is recorded', async () => {
    await deploy('1');
    const path = '/api/v1/deployments?service=api';
    const tag = (await http.get(path)).headers.get('etag') ?? '';
    const same = await http.get(path, { 'if-none-match': `"other", ${tag}` });
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect((await http.get('/api/v1/deployments', { 'if-none-match': tag })).status).toBe(200);
    await deploy('2');
    expect((await http.get(path, { 'if-none-match': tag })).status).toBe(200);
  });

  it('sees the checkpoint that makes a proof available', async () => {
    await deploy('1', { id: 'd1' });
    const before = await http.get('/api/v1/deployments/d1');
    await http.ledger.checkpoint();
    const after = await http.get('/api/v1/deployments/d1', { 'if-none-match': before.headers.get('etag') ?? '' });
    expect(after.status).toBe(200);
    expect(await after.json()).toMatchObject({ proof: expect.stringContaining('tlog-proof') });
  });
});

describe('the timeline', () => {
  it('tells everything once, newest first, however its pages are cut and even at the same moment', async () => {
    for (let i = 0; i < 4; i += 1) {
      const time = i < 2 ? at : '2026-01-15T11:00:00Z';
      await deploy(String(i), { id: `d${i}`, finishedAt: time });
      const rollback = { type: 'rollback', service: 'api', environment: 'production', id: `r${i}`, at: time };
      await http.ledger.record({ ...rollback, fromVersion: '2', toVersion: '1', reason: 'x' }, { source: 'test' });
      await http.ledger.record({ type: 'incident', service: 'api', id: `i${i}`, openedAt: time }, { source: 'test' });
    }
    const expected = ['i3', 'i2', 'r3', 'r2', 'd3', 'd2', 'i1', 'i0', 'r1', 'r0', 'd1', 'd0'];
    for (const limit of [1, 2, 3, 5, 12]) {
      const items = await walk(`/api/v1/timeline?limit=${limit}`);
      expect(items.map(({ id }) => id)).toEqual(expected);
    }
    const part = await walk('/api/v1/timeline?to=2026-01-15T11:00:00Z&limit=4');
    expect(part.map(({ id }) => id)).toEqual(expected.slice(6));
  });
});

describe('changes', () => {
  it('keep a copy true: what it holds is what the lists say', async () => {
    const copy = new Map<string, unknown>();
    let from = 0;
    const follow = async () => {
      for (const item of await walk(`/api/v1/changes?from=${from}&limit=2`))
        copy.set(`${item['type']} ${item['id']}`, item);
      from = await http.ledger.size();
    };
    await deploy('1', { id: 'd1', finishedAt: '2026-01-10' });
    await deploy('3', { id: 'd3', finishedAt: '2026-01-12' });
    await follow();
    await deploy('2', { id: 'd2', finishedAt: '2026-01-11' });
    const correction = { type: 'correction', deployment: 'd1', set: { environment: 'staging' }, reason: 'typo' };
    await http.ledger.record(correction, { source: 'test' });
    await follow();
    const rollback = { type: 'rollback', service: 'api', environment: 'production', fromVersion: '3', toVersion: '2' };
    await http.ledger.record({ ...rollback, reason: 'slow', at: '2026-01-13' }, { source: 'test' });
    await http.ledger.record({ type: 'incident', service: 'api', openedAt: '2026-01-14' }, { source: 'test' });
    await http.ledger.record({ type: 'environment', name: 'qa' }, { source: 'test' });
    await follow();
    const held = (type: string) => [...copy].filter(([key]) => key.startsWith(type)).map(([, item]) => item);
    const { items } = await http.ledger.deployments({});
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    const deployments = held('deployment').map((item) => (item as { deployment: { id: string } }).deployment);
    expect(deployments.sort(byId)).toEqual([...items].sort(byId));
    const running = held('running').flatMap((item) => (item as { running: object[] }).running);
    expect(running).toHaveLength(2);
    expect(running).toEqual(expect.arrayContaining(await http.ledger.running({})));
    expect(held('environment')).toMatchObject([{ id: 'qa' }]);
    expect([held('rollback').length, held('incident').length, held('service').length]).toEqual([1, 1, 1]);
  });

  it('refuse a span that the log does not have', async () => {
    await deploy('1');
    for (const query of ['from=2', 'from=1&to=0', 'from=0&cursor=x', '']) {
      expect((await http.get(`/api/v1/changes?${query}`)).status, query).toBe(422);
    }
  });
});
