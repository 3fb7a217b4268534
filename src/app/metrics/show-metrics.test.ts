import { beforeEach, describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import type { MetricsQuery } from './metrics-query.ts';
import type { MetricView } from './metrics-report.ts';
import { showMetrics } from './show-metrics.ts';

const day = (date: number, hour = 10) => Date.UTC(2026, 0, date, hour);
const query: MetricsQuery = {
  metrics: ['frequency', 'success-rate', 'duration', 'mttr'],
  fromMs: day(1, 0),
  toMs: day(31, 0),
  tz: 'UTC',
  groupBy: [],
};
let version = 0;
const deployed = (date: number, more: object = {}) => ({
  type: 'deployment',
  service: 'api',
  version: `${version++}`,
  environment: 'production',
  startedAt: day(date, 9),
  finishedAt: day(date),
  ...more,
});

let ledger: TestLedger;
const metricsOf = async (more: Partial<MetricsQuery> = {}): Promise<Readonly<Record<string, MetricView>>> =>
  (await showMetrics(ledger.store, { ...query, ...more })).groups[0]?.metrics ?? {};

beforeEach(async () => {
  ledger = await openTestLedger(day(1, 0));
});

describe('the metrics', () => {
  it('count what finished inside the window, in environments of tier production unless one is named', async () => {
    await ledger.record(
      deployed(1, { startedAt: undefined, finishedAt: query.fromMs }),
      deployed(2, { environment: 'prod-us' }),
      deployed(3, { environment: 'staging' }),
      deployed(31, { startedAt: undefined, finishedAt: query.toMs }),
    );
    expect(await metricsOf()).toMatchObject({ frequency: { numerator: 2, denominator: 30 } });
    expect(await metricsOf({ environment: 'staging' })).toMatchObject({ frequency: { numerator: 1 } });
  });

  it('say by which definitions and of which window they are', async () => {
    expect(await showMetrics(ledger.store, query)).toMatchObject({
      profile: 'dora',
      profileVersion: 1,
      from: '2026-01-01T00:00:00Z',
      to: '2026-01-31T00:00:00Z',
      tz: 'UTC',
    });
  });

  it('count a parent and not its targets, though the parent finished outside the window', async () => {
    await ledger.record(
      deployed(31, { id: 'all', finishedAt: day(31) }),
      deployed(30, { id: 'eu', region: 'eu', parentId: 'all' }),
    );
    const { groups, excluded } = await showMetrics(ledger.store, query);
    expect(groups[0]?.metrics['frequency']?.numerator).toBe(0);
    expect(excluded).toEqual({ target: 1 });
  });

  it('do not count the deployment that carried out a rollback', async () => {
    const rollback = { type: 'rollback', service: 'api', environment: 'production', reason: 'slow' };
    await ledger.record(deployed(2, { version: '2' }), deployed(3, { id: 'back', version: '1' }), {
      ...rollback,
      fromVersion: '2',
      toVersion: '1',
      at: day(3, 9),
      carriedOutBy: 'back',
    });
    const { excluded, groups } = await showMetrics(ledger.store, query);
    expect(excluded).toEqual({ 'carried-out-rollback': 1 });
    expect(groups[0]?.metrics['success-rate']).toMatchObject({ numerator: 0, denominator: 1 });
  });

  it('find a recovery, whenever and by whatever it came', async () => {
    await ledger.record(
      deployed(28, { id: 'a', service: 'a' }),
      deployed(28, { id: 'b', service: 'b' }),
      { type: 'incident', id: 'INC-1', service: 'web', openedAt: day(29), resolvedAt: day(40), causedBy: 'a' },
      { type: 'incident', id: 'INC-2', service: 'b', openedAt: day(29), causedBy: 'b' },
      deployed(33, { service: 'fix', remediates: ['INC-2'] }),
    );
    const days = 24 * 3600;
    expect(await metricsOf()).toMatchObject({ mttr: { value: (12 * days + 5 * days) / 2, denominator: 2, open: 0 } });
  });

  it('follow a failing lane beyond the window to its next success', async () => {
    const failures = Array.from({ length: 20 }, (_, i) =>
      deployed(31, { finishedAt: day(31, i), status: 'failure', startedAt: undefined }),
    );
    await ledger.record(deployed(30, { status: 'failure' }), ...failures, deployed(34, { region: 'eu' }), deployed(35));
    expect(await metricsOf()).toMatchObject({
      mttr: { value: null, failedRuns: { value: 5 * 24 * 3600, count: 1, open: 0 } },
    });
  });

  it('are those that were known then', async () => {
    await ledger.record(deployed(2), deployed(3));
    expect(await metricsOf({ knownAt: { index: 0 } })).toMatchObject({ frequency: { numerator: 1 } });
  });

  it('name the deployments behind them when asked to explain', async () => {
    await ledger.record(deployed(2, { id: 'good' }), deployed(3, { id: 'bad', status: 'failure' }));
    const { 'success-rate': rate } = await metricsOf({ explain: true });
    expect(rate?.['explain']).toEqual({ numerator: ['good'], denominator: ['good', 'bad'] });
  });

  it('refuse a window without time, and a zone or an environment that does not exist', async () => {
    await expect(metricsOf({ toMs: query.fromMs })).rejects.toThrow('holds no time');
    await expect(metricsOf({ tz: 'Mars/Olympus' })).rejects.toThrow('is not a time zone');
    await expect(metricsOf({ environment: 'prodution' })).rejects.toThrow('did you mean "production"?');
  });
});

describe('the warnings beside the metrics', () => {
  const warnings = async (more: Partial<MetricsQuery> = {}) =>
    (await showMetrics(ledger.store, { ...query, ...more })).warnings;

  it('are none when there is enough to go by', async () => {
    await ledger.record(...Array.from({ length: 10 }, (_, i) => deployed(i + 1)));
    expect(await warnings()).toEqual([]);
  });

  it('say that there is too little to go by', async () => {
    await ledger.record(deployed(2));
    expect(await warnings()).toEqual(['these numbers rest on 1 deployment only']);
  });

  it('name the environments in which there is something, and how to ask for it', async () => {
    await ledger.record(deployed(2, { environment: 'staging' }), deployed(2, { environment: 'test' }));
    expect(await warnings()).toEqual([
      'nothing was deployed to production in the window, but to test, staging something was; ask for it with: --environment test',
    ]);
  });

  it('name the service that was probably meant', async () => {
    await ledger.record(deployed(2));
    expect(await warnings({ service: 'apo' })).toEqual(['no service "apo" is known; did you mean "api"?']);
  });

  it('say that a profile knows of no harm where no incident is recorded', async () => {
    await ledger.record(...Array.from({ length: 10 }, (_, i) => deployed(i + 1)));
    const told = expect.stringContaining('the profile gitlab knows a failed change by its incident only');
    expect(await warnings({ profile: 'gitlab', metrics: ['change-fail-rate'] })).toEqual([told]);
    await ledger.record({ type: 'incident', service: 'api', openedAt: day(12) });
    expect(await warnings({ profile: 'gitlab', metrics: ['change-fail-rate'] })).toEqual([]);
  });

  it('count the incidents that could not count', async () => {
    await ledger.record(
      ...Array.from({ length: 10 }, (_, i) => deployed(i + 1)),
      { type: 'incident', service: 'api', openedAt: day(12) },
      { type: 'incident', service: 'api', openedAt: day(5), environment: 'staging' },
      { type: 'incident', service: 'web', openedAt: day(5) },
    );
    expect(await warnings({ service: 'api' })).toEqual([
      expect.stringContaining('1 incident of the window could not be attributed'),
    ]);
  });
});
