import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { metricCase, metricsOf, plainDeployment } from '../../../../test/support/metrics/metric-case.ts';
import { incidentRow } from '../../../../test/support/rows.ts';
import { lowerMedian } from '../parts/lower-median.ts';
import { devlake2021, devlake2023 } from './devlake.ts';

const at = (text: string) => Date.parse(`2026-${text}Z`);
// 2026-01-05 is a Monday.
const january = { fromMs: at('01-01'), toMs: at('02-01') };
const deployed = (id: number, finish: string, more: object = {}) =>
  plainDeployment({ id: `${id}`, index: id, finishedMs: at(finish), ...more });
const days = (...finishes: string[]) => metricCase({ deployments: finishes.map((finish, i) => deployed(i, finish)) });
const of2023 = (happened: ReturnType<typeof metricCase>, window = january) =>
  metricsOf(happened, { profile: devlake2023, window });
const of2021 = (happened: ReturnType<typeof metricCase>, window = january) =>
  metricsOf(happened, { profile: devlake2021, window });

test('the lower median is the largest value whose percent_rank is at most a half', () => {
  const naive = (values: readonly number[]) => {
    const rank = (value: number) => values.filter((other) => other < value).length / Math.max(1, values.length - 1);
    return Math.max(...values.filter((value) => rank(value) <= 0.5));
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
      expect(lowerMedian(values)).toBe(naive(values));
    }),
  );
  expect(lowerMedian([])).toBeNull();
});

describe('frequency', () => {
  it('counts days, not deployments, in each week that the window touches', () => {
    // Weeks from 12-29 (1 day), 01-05 (2), 01-12 (0), 01-19 (3), 01-26 (0), the first and the last cut off.
    const happened = days('01-01', '01-05', '01-05T23:59:59', '01-06', '01-19', '01-20', '01-21');
    expect(of2023(happened)['frequency']).toMatchObject({ value: 1, weeks: 5, unit: 'd/week' });
  });

  it('counts a week of which the window holds a moment', () => {
    expect(of2023(days(), { fromMs: at('01-04T23:59:59.999'), toMs: at('01-12') }).frequency).toMatchObject({
      weeks: 2,
    });
    expect(of2023(days(), { fromMs: at('01-05'), toMs: at('01-12') }).frequency).toMatchObject({ weeks: 1 });
    expect(of2023(days(), { fromMs: at('01-05'), toMs: at('01-12T00:00:00.001') }).frequency).toMatchObject({
      weeks: 2,
    });
  });

  it('takes the lower of two weeks in the middle', () => {
    const fortnight = { fromMs: at('01-05'), toMs: at('01-19') };
    expect(of2023(days('01-05', '01-06', '01-12'), fortnight).frequency).toMatchObject({ value: 1 });
  });

  const week = { fromMs: at('01-05'), toMs: at('01-12') };
  it.each([
    [5, 'elite', 'elite'],
    [4, 'high', 'high'],
    [1, 'high', 'high'],
    [0, 'low', 'low'],
  ])('of %i days a week is %s, in 2021 %s', (count, band2023, band2021) => {
    const happened = days(...Array.from({ length: count }, (_, i) => `01-0${5 + i}`));
    expect(of2023(happened, week).frequency).toMatchObject({ value: count, band: band2023 });
    expect(of2021(happened, week).frequency).toMatchObject({ value: count, band: band2021 });
  });

  it('of one day a month is medium, in 2021 high; of one day in six months low, in 2021 medium', () => {
    expect(of2023(days('01-14')).frequency).toMatchObject({ value: 0, daysPerMonth: 1, band: 'medium' });
    expect(of2021(days('01-14')).frequency).toMatchObject({ band: 'high' });
    const half = { fromMs: at('01-01'), toMs: at('07-01') };
    expect(of2023(days('03-11'), half).frequency).toMatchObject({ daysPerMonth: 0, daysPerHalfYear: 1, band: 'low' });
    expect(of2021(days('03-11'), half).frequency).toMatchObject({ band: 'medium' });
  });

  it('counts what succeeded, rolled back later or not, and nothing else', () => {
    const ends = ['failure', 'partial', 'cancelled', 'abandoned', 'in-progress'] as const;
    const others = ends.map((status, i) => deployed(i, `01-0${5 + i}`, { status }));
    const rolledBack = deployed(8, '01-10', { status: 'rolled-back', rolledBackMs: at('01-10T01:00:00') });
    const target = deployed(9, '01-11', { reckoning: 'target' });
    const { frequency } = of2023(metricCase({ deployments: [...others, rolledBack, target] }), week);
    expect(frequency).toMatchObject({ value: 1 });
  });
});

describe('lead time', () => {
  const leadTime = (...ages: number[]) =>
    metricCase({ deployments: [deployed(1, '01-10', { commits: ages.map((ms) => at('01-10') - ms) })] });
  const dayMs = 86_400_000;

  it('is told in whole minutes, rounded up', () => {
    expect(of2023(leadTime(60_001))['lead-time']).toMatchObject({ value: 120, count: 1 });
    expect(of2023(leadTime(60_000))['lead-time']).toMatchObject({ value: 60 });
  });

  it('is the lower one of two in the middle', () => {
    expect(of2023(leadTime(60_000, 120_000))['lead-time']).toMatchObject({ value: 60, count: 2 });
  });

  it('leaves out a commit of the future, but not one less than a minute ahead', () => {
    expect(of2023(leadTime(-60_000, 300_000))['lead-time']).toMatchObject({ value: 300, count: 1 });
    expect(of2023(leadTime(-59_999, 300_000))['lead-time']).toMatchObject({ value: 0, count: 2 });
    expect(of2023(leadTime(-60_000))['lead-time']).toMatchObject({
      value: null,
      reason: expect.stringContaining('dated after'),
    });
  });

  it.each([
    [dayMs - 60_000, 'elite', 'high'],
    [dayMs, 'high', 'high'],
    [7 * dayMs, 'medium', 'medium'],
    [30 * dayMs - 60_000, 'medium', 'medium'],
    [30 * dayMs, 'low', 'medium'],
    [180 * dayMs, 'low', 'low'],
    [3_600_000 - 60_000, 'elite', 'elite'],
    [3_600_000, 'elite', 'high'],
  ])('of %i ms is %s, in 2021 %s', (ms, band2023, band2021) => {
    expect(of2023(leadTime(ms))['lead-time']?.band).toBe(band2023);
    expect(of2021(leadTime(ms))['lead-time']?.band).toBe(band2021);
  });
});

describe('incidents', () => {
  const deployments = [deployed(1, '01-10T10:00:00'), deployed(2, '01-11T10:00:00')];
  const opened = (openedMs: number, resolvedMs: number | null = null, more: object = {}) =>
    metricCase({ deployments, incidents: [incidentRow({ openedMs, resolvedMs, ...more })] });
  const hourMs = 3_600_000;

  it('belong to the latest deployment that finished strictly before them, however long before', () => {
    const sides = (openedMs: number) => of2023(opened(openedMs, openedMs + hourMs));
    expect(sides(at('01-11T10:00:00'))['recovery-time']).toMatchObject({ value: 25 * 3600 });
    expect(sides(at('01-11T10:00:00') + 1)['recovery-time']).toMatchObject({ value: 3600.001 });
    expect(sides(at('01-30T10:00:00'))['change-fail-rate']).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 });
    expect(sides(at('01-10T10:00:00'))['change-fail-rate']).toMatchObject({ numerator: 0, denominator: 2 });
  });

  it('belong to no deployment that failed', () => {
    const failure = deployed(3, '01-12T10:00:00', { status: 'failure' });
    const happened = opened(at('01-12T11:00:00'));
    const { 'change-fail-rate': rate } = of2023({ ...happened, deployments: [...deployments, failure] });
    expect(rate).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('belong to it whatever a person said', () => {
    const { 'change-fail-rate': rate } = of2023(opened(at('01-12'), null, { causedBy: '1' }));
    expect(rate).toMatchObject({ numerator: 1 });
  });

  it('are recovered from since the deployment, in 2021 since they opened', () => {
    const happened = opened(at('01-11T12:00:00'), at('01-11T13:00:00'));
    expect(of2023(happened)['recovery-time']).toMatchObject({ value: 3 * 3600, band: 'high' });
    expect(of2021(happened)['recovery-time']).toMatchObject({ value: 3600, band: 'high' });
  });

  it.each([
    [hourMs - 1, 'elite'],
    [hourMs, 'high'],
    [24 * hourMs - 1, 'high'],
    [24 * hourMs, 'medium'],
    [7 * 24 * hourMs - 1, 'medium'],
    [7 * 24 * hourMs, 'low'],
  ])('that take %i ms are %s', (ms, band) => {
    const openedMs = at('01-12');
    expect(of2021(opened(openedMs, openedMs + ms))['recovery-time']).toMatchObject({ value: ms / 1000, band });
  });

  it.each([
    [1, 20, 'elite', 'elite'],
    [2, 20, 'high', 'elite'],
    [3, 20, 'medium', 'elite'],
    [4, 20, 'low', 'high'],
    [5, 20, 'low', 'medium'],
    [6, 20, 'low', 'medium'],
    [7, 20, 'low', 'low'],
  ])('of %i in %i deployments are a fail rate that is %s, in 2021 %s', (failed, all, band2023, band2021) => {
    const happened = metricCase({
      deployments: Array.from({ length: all }, (_, i) => deployed(i, `01-${10 + i}`)),
      incidents: Array.from({ length: failed }, (_, i) =>
        incidentRow({ id: `i${i}`, openedMs: at(`01-${10 + i}T01:00:00`) }),
      ),
    });
    expect(of2023(happened)['change-fail-rate']).toMatchObject({ value: failed / all, band: band2023 });
    expect(of2021(happened)['change-fail-rate']).toMatchObject({ value: failed / all, band: band2021 });
  });
});
