import { beforeEach, expect, test } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import type { AnalysisQuery } from './analysis-query.ts';
import { analyze } from './analyze.ts';

const day = (date: number, minute = 600) => Date.UTC(2026, 0, date) + minute * 60_000;
const window = { fromMs: day(1, 0), toMs: day(121, 0), tz: 'UTC' };
const deployed = (service: string, date: number, minute: number, status = 'success') => ({
  type: 'deployment',
  service,
  version: `1.${date}.${minute}`,
  environment: 'production',
  finishedAt: day(date, minute),
  status,
});
const services = [
  { type: 'service', name: 'web', dependsOn: ['api'], tier: 'gold', owners: ['front'] },
  { type: 'service', name: 'api', dependsOn: ['db', 'queue'], tier: 'gold' },
  { type: 'service', name: 'db', dependsOn: ['db'] },
];
/** Whenever db fails, api fails twelve minutes later, on no regular day; web works. */
const history = [3, 20, 41, 63, 88, 110].flatMap((date, index) => [
  deployed('db', date, 600 + index * 77, 'failure'),
  deployed('api', date, 612 + index * 77, 'failure'),
  ...[2, 5, 9].map((later) => deployed('web', date + later, 700)),
  ...[1, 4].map((later) => deployed('db', date + later, 500)),
]);

let ledger: TestLedger;
const ask = (query: Pick<AnalysisQuery, 'type'> & Partial<AnalysisQuery>) =>
  analyze(ledger.store, { ...window, ...query });

beforeEach(async () => {
  ledger = await openTestLedger(day(1, 0));
  await ledger.record(...services, ...history);
});

test('finds cycles, depth, missing services and the dependencies along which failures spread', async () => {
  expect(await ask({ type: 'dependencies' })).toMatchObject({
    type: 'dependencies',
    depth: 2,
    layers: [['db', 'queue'], ['api'], ['web']],
    cycles: [{ services: ['db'], path: ['db', 'db'] }],
    missing: [{ service: 'queue', neededBy: ['api'] }],
    cascades: [{ cause: 'db', dependent: 'api', support: 6, causeFailures: 6, medianDelayMs: 720_000 }],
    lookedAt: { services: 4, dependencies: 4, failures: 12, testedForCascades: 1 },
    spanMs: 3_600_000,
  });
});

test('finds no cascade within a span that is too short', async () => {
  expect(await ask({ type: 'dependencies', spanMs: 600_000 })).toMatchObject({ cascades: [], spanMs: 600_000 });
});

test('speaks of what one service rests on', async () => {
  const report = await ask({ type: 'dependencies', service: 'db' });
  expect(report).toMatchObject({ depth: 0, missing: [], cascades: [{ cause: 'db' }], service: 'db' });
  expect(report.rows).toMatchObject([{ service: 'db', allDependents: { total: 2 } }]);
});

test('ranks services by whom their loss reaches', async () => {
  const report = await ask({ type: 'impact' });
  expect(report).toMatchObject({ origin: null });
  expect(report.rows).toMatchObject([
    {
      service: 'db',
      direct: 1,
      dependents: { total: 2, byTier: [{ tier: 'gold', services: 2 }] },
      runsIn: ['production'],
    },
    { service: 'queue', direct: 1, runsIn: [] },
    { service: 'api', dependents: { total: 1 }, distance: null, path: [] },
    { service: 'web', dependents: { total: 0 } },
  ]);
});

test('follows the impact of one service, even of one that is missing', async () => {
  const report = await ask({ type: 'impact', service: 'queue' });
  expect(report.rows).toMatchObject([
    { service: 'api', distance: 1, path: ['queue', 'api'] },
    { service: 'web', distance: 2, path: ['queue', 'api', 'web'], owners: ['front'] },
  ]);
  expect(report).toMatchObject({ origin: { service: 'queue', dependencies: [] } });
});

test('says how likely the next change of each service fails, and how it computed that', async () => {
  const report = await ask({ type: 'risk' });
  const prior = 'prior' in report ? report.prior : null;
  expect(report).toMatchObject({ lookedAt: { services: 3, changes: 42, failed: 12 }, credibleShare: 0.9 });
  expect(report.rows).toMatchObject([
    { service: 'api' },
    { service: 'db', failed: 6, changes: 18 },
    { service: 'web' },
  ]);
  const db = 'prior' in report ? report.rows.find(({ service }) => service === 'db') : undefined;
  expect(db?.probability.value).toBeCloseTo(((prior?.alpha ?? 0) + 6) / ((prior?.strength ?? 0) + 18), 12);
});

test('leaves out services that are unlikely to fail', async () => {
  const report = await ask({ type: 'risk', threshold: 0.9 });
  expect(report.rows).toEqual([]);
  const one = await ask({ type: 'risk', service: 'db' });
  expect(one.rows).toMatchObject([{ service: 'db', changes: 18 }]);
});

test.each([
  [{ type: 'risk', threshold: 1.5 }, 'a threshold of 1.5 is no probability'],
  [{ type: 'dependencies', threshold: 0 }, 'a threshold of 0 cannot tell anything from chance'],
  [{ type: 'dependencies', spanMs: 90_000_000 }, 'a span of 90000 seconds is not between 0 and a day'],
  [{ type: 'impact', service: 'wep' }, 'unknown service "wep"; did you mean "web"?'],
  [{ type: 'risk', service: 'queue' }, 'unknown service "queue"'],
] as const)('refuses %j', async (query, message) => {
  await expect(ask(query)).rejects.toThrow(message);
});

test.each(['dependencies', 'impact', 'risk'] as const)(
  'has a reason for saying nothing about %s in an empty ledger',
  async (type) => {
    ledger = await openTestLedger(day(1, 0));
    expect(await ask({ type })).toMatchObject({ rows: [], reason: expect.any(String) });
  },
);
