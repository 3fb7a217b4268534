import { expect, it } from 'vitest';
import { january, openMetricsLedger } from '../../../test/support/metrics/metrics-ledger.ts';

it.each([
  ['UTC', '2026-07-01T00:00:00Z', '2026-04-01T00:00:00Z'],
  ['UTC', '2026-07-15T10:30:00Z', '2026-04-15T10:30:00Z'],
  ['UTC', '2026-05-31T00:00:00Z', '2026-02-28T00:00:00Z'],
  ['Europe/Berlin', '2026-06-30T22:00:00Z', '2026-03-31T22:00:00Z'],
  ['Europe/Berlin', '2026-04-30T22:00:00Z', '2026-01-31T23:00:00Z'],
])('four-keys looks at three months of the calendar: in %s up to %s from %s', async (tz, to, from) => {
  const ledger = await openMetricsLedger();
  const report = await ledger.report({ profile: 'four-keys', tz, toMs: Date.parse(to) });
  expect(report).toMatchObject({ from, to });
  expect(report.warnings).toContainEqual(expect.stringContaining('always looks at the last 3 months'));
});

it('a profile without a window of its own looks at the one asked for', async () => {
  const ledger = await openMetricsLedger();
  const { from, to } = await ledger.report({ profile: 'gitlab' });
  expect([Date.parse(from), Date.parse(to)]).toEqual([january.fromMs, january.toMs]);
});

it('a metric that the profile does not define is refused when it is named, and left out when all are asked for', async () => {
  const ledger = await openMetricsLedger();
  await expect(ledger.report({ metrics: ['health'], profile: 'gitlab' })).rejects.toThrow(
    'the profile "gitlab" defines no metric "health"',
  );
  expect(Object.keys(await ledger.metrics({ profile: 'gitlab' }))).toEqual([
    'frequency',
    'lead-time',
    'change-fail-rate',
    'recovery-time',
  ]);
});
