import { beforeEach, expect, test } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import type { HealthQuery } from './health-query.ts';
import { showHealth } from './show-health.ts';

const day = (date: number, hour = 10) => Date.UTC(2026, 0, date, hour);
const query: HealthQuery = { fromMs: day(1, 0), toMs: day(31, 0), tz: 'UTC', recommendations: true };
const deployed = (service: string, date: number, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'deployment',
  id: `${service}-${date}`,
  service,
  version: `1.${date}.0`,
  environment: 'production',
  startedAt: day(date, 9),
  finishedAt: day(date),
  ...more,
});

let ledger: TestLedger;
const health = (more: Partial<HealthQuery> = {}) => showHealth(ledger.store, { ...query, ...more });

beforeEach(async () => {
  ledger = await openTestLedger(day(1, 0));
});

const unlucky = [
  ...[2, 4, 6, 8].map((date) => deployed('api', date)),
  deployed('api', 10, { status: 'failure' }),
  deployed('api', 29),
  {
    type: 'rollback',
    service: 'api',
    environment: 'production',
    fromVersion: '1.29.0',
    toVersion: '1.8.0',
    reason: 'slow',
    at: day(29, 12),
  },
  { type: 'incident', id: 'INC-7', service: 'api', environment: 'production', severity: 'high', openedAt: day(30, 0) },
];

test('scores each service and says first what would raise its score most', async () => {
  await ledger.record(...unlucky, ...[2, 3, 4].map((date) => deployed('web', date)));
  const { services, medianScore, healthVersion } = await health();
  expect(services.map(({ service }) => service)).toEqual(['api', 'web']);
  expect(services[0]?.score).toBeLessThan(services[1]?.score ?? 0);
  expect(medianScore).toBeCloseTo(((services[0]?.score ?? 0) + (services[1]?.score ?? 0)) / 2, 10);
  expect(healthVersion).toBe(1);
  const advice = services[0]?.recommendations ?? [];
  expect(advice.map(({ gain }) => gain)).toEqual(
    advice.map(({ gain }) => gain).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
  );
  expect(Object.fromEntries(advice.map(({ part, text }) => [part, text]))).toMatchObject({
    'success-rate': expect.stringContaining('api: 2 of 6 deployments did not end well (1 failure, 1 rolled-back)'),
    'open-incidents': expect.stringContaining('api: 1 incident is open, INC-7 (high) for 1d; end it'),
  });
});

test('gives no score where too little is known, and none at all to a service that was only registered', async () => {
  await ledger.record(deployed('api', 2), { type: 'service', name: 'web' });
  expect((await health()).services).toMatchObject([
    { service: 'api', score: null, reason: '1 deployment ended in the window; a score needs 3' },
    { service: 'web', score: null, reason: 'no deployment ended in the window; a score needs 3', recommendations: [] },
  ]);
  expect((await health()).medianScore).toBeNull();
});

test('speaks of one service, in one environment, without recommendations', async () => {
  const staging = [25, 26, 27].map((date) => deployed('api', date, { environment: 'staging' }));
  await ledger.record(...staging, deployed('web', 5));
  const report = await health({ service: 'api', environment: 'staging', recommendations: false });
  expect(report).toMatchObject({ service: 'api', environments: ['staging'] });
  expect(report.services).toMatchObject([{ service: 'api', score: 100, deployments: 3 }]);
  expect(report.services[0]).not.toHaveProperty('recommendations');
});

test('stands by what it said when more becomes known', async () => {
  await ledger.record(...[2, 3, 4].map((date) => deployed('api', date)));
  const before = await health();
  await ledger.record(...unlucky.slice(5));
  expect(await health({ knownAt: { index: 2 } })).toEqual(before);
  expect(await health()).not.toEqual(before);
});

test('says the same whatever the order of arrival', async () => {
  await ledger.record(...unlucky);
  const other = await openTestLedger(day(1, 0));
  await other.record(...unlucky.toReversed());
  expect(await showHealth(other.store, query)).toEqual(await health());
});

test('says where to look when nothing was deployed in the window', async () => {
  await ledger.record(...[25, 26, 27].map((date) => deployed('api', date, { environment: 'staging' })));
  expect((await health()).warnings).toEqual([expect.stringContaining('--environment staging')]);
  expect((await health({ environment: 'staging' })).warnings).toEqual([]);
});

test('knows no service in an empty ledger, and refuses one that nobody knows', async () => {
  expect(await health()).toMatchObject({ services: [], medianScore: null });
  await ledger.record(deployed('payments', 2));
  await expect(health({ service: 'payment' })).rejects.toMatchObject({
    code: 'not-found',
    message: 'unknown service "payment"; did you mean "payments"?',
  });
});
