import { beforeEach, describe, expect, it } from 'vitest';
import { day, deployed, type MetricsLedger, openMetricsLedger } from '../../../test/support/metrics/metrics-ledger.ts';

const hour = 3600;
const explain = { explain: true };
let ledger: MetricsLedger;
beforeEach(async () => {
  ledger = await openMetricsLedger();
});

const opened = (date: number, at: number, more: object = {}) => ({
  type: 'incident',
  service: 'api',
  environment: 'production',
  openedAt: day(date, at),
  ...more,
});
const rollback = { type: 'rollback', service: 'api', environment: 'production', reason: 'errors' };

it('the latest deployment of the day before an incident fails by it', async () => {
  await ledger.record(deployed(2, { id: 'a' }), deployed(3, { id: 'b' }), opened(3, 11), deployed(4, { id: 'c' }));
  const { 'change-fail-rate': rate } = await ledger.metrics(explain);
  expect(rate).toMatchObject({ value: 1 / 3, explain: { numerator: ['b'], denominator: ['a', 'b', 'c'] } });
});

it('an incident more than a day later belongs to no deployment, and a warning says so', async () => {
  await ledger.record(deployed(2), opened(3, 10, { id: 'in-time' }), deployed(5), opened(6, 11));
  const { groups, warnings } = await ledger.report();
  expect(groups[0]?.metrics['change-fail-rate']).toMatchObject({ numerator: 1, denominator: 2 });
  expect(warnings).toContainEqual(expect.stringContaining('1 incident of the window could not be attributed'));
});

it('an incident belongs to the service that its own depends on when that was deployed', async () => {
  await ledger.record(
    { type: 'service', name: 'web', dependsOn: ['api'] },
    deployed(3),
    opened(3, 11, { service: 'web' }),
  );
  expect(await ledger.metrics({ service: 'api' })).toMatchObject({ 'change-fail-rate': { numerator: 1 } });
});

it('a person can say that no deployment caused it', async () => {
  await ledger.record(deployed(3), opened(3, 11, { id: 'INC-1' }));
  expect(await ledger.metrics()).toMatchObject({ 'change-fail-rate': { numerator: 1 } });
  await ledger.record({ type: 'incident-attribution', incident: 'INC-1', noDeployment: true, at: day(4) });
  expect(await ledger.metrics()).toMatchObject({ 'change-fail-rate': { numerator: 0, denominator: 1 } });
});

describe('going from V3 back to V1', () => {
  beforeEach(async () => {
    await ledger.record(
      deployed(2, { id: 'v1', version: '1' }),
      deployed(3, { id: 'v2', version: '2' }),
      deployed(4, { id: 'v3', version: '3' }),
      { ...rollback, fromVersion: '3', toVersion: '1', at: day(4, 12) },
    );
  });

  it('makes V3 a failed change, and V2 none', async () => {
    expect(await ledger.metrics(explain)).toMatchObject({
      'change-fail-rate': { explain: { numerator: ['v3'], denominator: ['v1', 'v2', 'v3'] } },
      'rollback-rate': { explain: { numerator: ['v3'] } },
      'success-rate': { explain: { numerator: ['v1', 'v2'], denominator: ['v1', 'v2', 'v3'] } },
      'recovery-time': { value: 2 * hour, count: 1, explain: { numerator: ['v3'] } },
    });
  });

  it('makes V2 one when an incident says so', async () => {
    await ledger.record(opened(3, 11, { resolvedAt: day(3, 14) }));
    expect(await ledger.metrics(explain)).toMatchObject({
      'change-fail-rate': { explain: { numerator: ['v2', 'v3'] } },
      'recovery-time': { value: 3 * hour, count: 2, mean: 3 * hour },
    });
  });
});

it('recovers at whatever came first: rollback, end of the incident or remedy', async () => {
  await ledger.record(
    deployed(2, { id: 'bad', version: '2' }),
    opened(2, 11, { id: 'INC-1', resolvedAt: day(2, 15) }),
    deployed(2, { remediates: ['INC-1'], startedAt: day(2, 11), finishedAt: day(2, 14), version: '3' }),
  );
  expect(await ledger.metrics(explain)).toMatchObject({
    'recovery-time': { value: 4 * hour, explain: { numerator: ['bad'] } },
    'rework-rate': { value: 0.5 },
  });
});

it('excludes what ended before the deployment finished, with the reason', async () => {
  await ledger.record(deployed(2), opened(2, 7, { causedBy: undefined }), deployed(3, { id: 'late' }));
  await ledger.record(opened(3, 7, { id: 'INC-2', resolvedAt: day(3, 8), causedBy: 'late' }));
  expect(await ledger.metrics()).toMatchObject({
    'recovery-time': { value: null, count: 0, open: 0, excluded: { 'ended-before-finish': 1 } },
  });
});

it('counts an incident that opened before the window, while the deployment that it names was under way', async () => {
  await ledger.record(deployed(1, { id: 'slow', startedAt: day(0, 22), finishedAt: day(1, 1) }));
  await ledger.record(opened(0, 23, { causedBy: 'slow' }));
  expect(await ledger.metrics()).toMatchObject({ 'change-fail-rate': { numerator: 1, denominator: 1 } });
});

it('names as many deployments as it counts', async () => {
  await ledger.record(
    deployed(2),
    deployed(3, { planned: false }),
    deployed(4, { status: 'failure' }),
    deployed(5, { status: 'partial' }),
    deployed(6, { status: 'cancelled' }),
    opened(3, 11),
  );
  for (const [name, metric] of Object.entries(await ledger.metrics(explain))) {
    const { numerator = [], denominator = [] } = metric.explain ?? {};
    if (metric.unit === 'ratio')
      expect([numerator.length, denominator.length], name).toEqual([metric.numerator, metric.denominator]);
    if (metric.unit === '1/d') expect(numerator, name).toHaveLength(metric.numerator ?? -1);
    const timed = metric['deployments'] ?? metric['count'] ?? metric.denominator;
    if (metric.unit === 's') expect(numerator, name).toHaveLength(Number(timed));
  }
});
