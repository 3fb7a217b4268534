import { beforeEach, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';

let http: HttpTest;
const place = { service: 'api', environment: 'production' };
const ask = async (query = '') => (await http.get(`/api/v1/grafana/annotations${query}`)).json();

beforeEach(async () => {
  http = await openHttpTest();
  const claims = [
    {
      type: 'deployment',
      ...place,
      version: '2',
      initiator: 'alice',
      startedAt: '2026-01-01T09:50:00Z',
      finishedAt: '2026-01-01T10:00:00Z',
    },
    { type: 'incident', ...place, id: 'INC-7', openedAt: '2026-01-01T11:00:00Z', severity: 'critical', title: 'slow' },
    {
      type: 'rollback',
      ...place,
      fromVersion: '2',
      toVersion: '1',
      reason: 'slow',
      reasonCode: 'performance',
      at: '2026-01-01T12:00:00Z',
    },
    { type: 'deployment', service: 'web', version: '9', environment: 'staging', finishedAt: '2026-01-02T10:00:00Z' },
  ];
  for (const claim of claims) await http.ledger.record(claim, { source: 'test' });
});

it('marks deployments and incidents as spans, and rollbacks where they happened', async () => {
  expect(await ask('?service=api')).toEqual([
    {
      time: '2026-01-01T12:00:00Z',
      timeEnd: null,
      title: 'api 2 → 1',
      text: 'rolled back in production: performance',
      tags: 'rollback,api,production',
    },
    {
      time: '2026-01-01T11:00:00Z',
      timeEnd: null,
      title: 'INC-7: critical incident of api',
      text: 'slow',
      tags: 'incident,critical,api,production',
    },
    {
      time: '2026-01-01T09:50:00Z',
      timeEnd: '2026-01-01T10:00:00Z',
      title: 'api 2',
      text: 'rolling deployment in production: rolled-back',
      tags: 'deployment,rolled-back,api,production',
    },
  ]);
});

it('takes the milliseconds that Grafana writes, and says where more are', async () => {
  const [from, to] = ['2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z'].map(Date.parse);
  expect(await ask(`?from=${from}&to=${to}`)).toMatchObject([{ title: 'web 9', timeEnd: null }]);
  const answer = await http.get('/api/v1/grafana/annotations?limit=1');
  expect([await answer.json(), answer.headers.get('link')]).toMatchObject([
    [{ title: 'web 9' }],
    expect.stringMatching(/^<\/api\/v1\/grafana\/annotations\?limit=1&cursor=.+>; rel="next"$/),
  ]);
});
