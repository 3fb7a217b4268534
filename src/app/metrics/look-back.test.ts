import { beforeEach, describe, expect, it } from 'vitest';
import { day, deployed, type MetricsLedger, openMetricsLedger } from '../../../test/support/metrics/metrics-ledger.ts';

let ledger: MetricsLedger;
beforeEach(async () => {
  ledger = await openMetricsLedger();
});

describe('what was known earlier', () => {
  it('leaves out deployments, incidents and corrections that came later', async () => {
    const [first] = await ledger.record(deployed(2, { id: 'a' }));
    await ledger.record(deployed(3), {
      type: 'incident',
      service: 'api',
      environment: 'production',
      openedAt: day(2, 11),
    });
    const knownAt = { index: first?.index ?? -1 };
    expect(await ledger.metrics({ knownAt })).toMatchObject({ 'change-fail-rate': { numerator: 0, denominator: 1 } });
    expect(await ledger.metrics()).toMatchObject({ 'change-fail-rate': { numerator: 1, denominator: 2 } });
  });

  it('leaves out a success that ended a failing run later', async () => {
    const [failure] = await ledger.record(deployed(2, { status: 'failure' }));
    await ledger.record(deployed(40));
    const knownAt = { index: failure?.index ?? -1 };
    expect(await ledger.metrics({ knownAt })).toMatchObject({ mttr: { failedRuns: { count: 0, open: 1 } } });
    expect(await ledger.metrics()).toMatchObject({ mttr: { failedRuns: { count: 1, open: 0 } } });
  });
});

describe('the window before', () => {
  const compare = { compare: true };

  it('is as long, and ends where the window begins', async () => {
    await ledger.record(
      deployed(-29, { startedAt: undefined, finishedAt: day(-29, 0) }),
      deployed(-30),
      deployed(0),
      deployed(1),
    );
    expect(await ledger.metrics(compare)).toMatchObject({ frequency: { value: 1 / 30, previous: 2 / 30 } });
  });

  it('has as many days, though clocks were changed in one of them', async () => {
    // Summer time began in Berlin on the 29th of March: 743 hours for 31 days.
    const berlin = (month: number, date: number, hour: number) => Date.UTC(2026, month - 1, date, hour);
    const april = { tz: 'Europe/Berlin', fromMs: berlin(3, 31, 22), toMs: berlin(4, 30, 22) };
    await ledger.record(
      deployed(1, { startedAt: undefined, finishedAt: berlin(3, 1, 23) }),
      deployed(1, { startedAt: undefined, finishedAt: berlin(3, 1, 23) - 1 }),
      deployed(1, { startedAt: undefined, finishedAt: april.fromMs - 1 }),
      deployed(1, { startedAt: undefined, finishedAt: april.fromMs }),
    );
    expect(await ledger.metrics({ ...april, ...compare })).toMatchObject({
      frequency: { value: 1 / 30, denominator: 30, previous: 2 / 30 },
    });
  });

  it('is told group by group, with null where nothing was', async () => {
    await ledger.record(deployed(-3), deployed(2), deployed(2, { service: 'web' }));
    const { groups } = await ledger.report({ ...compare, groupBy: ['service'], metrics: ['success-rate'] });
    expect(groups.map(({ by, metrics }) => [by['service'], metrics['success-rate']?.previous])).toEqual([
      ['api', 1],
      ['web', null],
    ]);
  });

  it('is not told of days, weeks and months, which stand beside one another', async () => {
    const { groups } = await ledger.report({ ...compare, groupBy: ['week'] });
    expect(groups[0]?.metrics['frequency']).not.toHaveProperty('previous');
  });
});

it('groups by the teams that own services', async () => {
  await ledger.record(
    { type: 'service', name: 'api', owners: ['red'] },
    { type: 'service', name: 'web', owners: ['red'] },
    { type: 'service', name: 'db', owners: ['blue', 'red'] },
    ...['api', 'web', 'db', 'cron'].map((service) => deployed(2, { service })),
  );
  const { groups } = await ledger.report({ groupBy: ['team'] });
  expect(groups.map(({ by, metrics }) => [by['team'], metrics['frequency']?.numerator])).toEqual([
    ['', 1],
    ['blue, red', 1],
    ['red', 2],
  ]);
});
