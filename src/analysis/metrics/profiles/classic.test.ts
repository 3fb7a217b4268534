import { describe, expect, it } from 'vitest';
import { answerOf, metricCase, metricsOf, plainDeployment } from '../../../../test/support/metrics/metric-case.ts';
import { rollbackRow } from '../../../../test/support/rows.ts';
import { classic } from './classic.ts';

const hourMs = 3_600_000;
const window = { fromMs: 0, toMs: 10 * 24 * hourMs };
type Run = [start: number, finish: number, status?: 'success' | 'failure' | 'rolled-back' | 'cancelled', more?: object];
const happened = (runs: readonly Run[], rollbacks = 0) =>
  metricCase({
    deployments: runs.map(([start, finish, status = 'success', more = {}], i) =>
      plainDeployment({
        id: `${i}`,
        index: i,
        startedMs: start * hourMs,
        finishedMs: finish * hourMs,
        status,
        ...more,
      }),
    ),
    rollbacks: Array.from({ length: rollbacks }, (_, i) => rollbackRow({ id: `r${i}`, atMs: i * hourMs })),
  });
const metrics = (...given: Parameters<typeof happened>) => metricsOf(happened(...given), { profile: classic, window });

it('counts everything that was recorded', () => {
  const runs: Run[] = [
    [1, 2],
    [2, 3, 'rolled-back'],
    [3, 4, 'cancelled'],
    [4, 5, 'failure'],
    [5, 6, 'success', { reckoning: 'target' }],
  ];
  expect(metrics(runs)).toMatchObject({
    frequency: { value: 0.5, numerator: 5 },
    'success-rate': { value: 40, unit: '%', numerator: 2, denominator: 5 },
  });
});

it('comes to more than 100 % of rollbacks when there are more of them than deployments', () => {
  expect(metrics([[1, 2]], 3)['rollback-rate']).toMatchObject({ value: 300, numerator: 3, denominator: 1 });
});

describe('mttr', () => {
  it('is the mean from the start of a failure to the start of the first later success', () => {
    expect(
      metrics([
        [1, 2, 'failure'],
        [2, 3, 'failure'],
        [5, 9],
        [7, 8],
      ]).mttr,
    ).toMatchObject({ value: 3.5 * 3600, denominator: 2 });
  });

  it('does not take a success for later that started before, however late it finished', () => {
    expect(
      metrics([
        [10, 11, 'failure'],
        [9, 12],
        [13, 14],
      ]).mttr,
    ).toMatchObject({ value: 3 * 3600 });
  });

  it('takes a success that started after the failure did and finished before it', () => {
    expect(
      metrics([
        [10, 13, 'failure'],
        [11, 12],
      ]).mttr,
    ).toMatchObject({ value: 3600 });
  });

  it('does not take a success for later that started at the same moment', () => {
    const runs: Run[] = [
      [10, 11, 'failure'],
      [10, 12],
      [13, 14],
    ];
    expect(metrics(runs).mttr).toMatchObject({ value: 3 * 3600 });
  });

  it('is none without a success of the same lane', () => {
    expect(
      metrics([
        [1, 2, 'failure'],
        [3, 4, 'success', { service: 'web' }],
      ]).mttr,
    ).toMatchObject({ value: null, denominator: 0 });
  });
});

it('weighs success, rollbacks, frequency and repair into a score', () => {
  // 75 % success, 25 % rollbacks, 0.4 a day, 2 hours: 30 + 22.5 + 0.8 + 8.
  const runs: Run[] = [
    [1, 2, 'failure'],
    [3, 4],
    [5, 6],
    [7, 8],
  ];
  expect(metrics(runs, 1).health?.value).toBeCloseTo(61.3, 9);
  expect(metrics([]).health).toMatchObject({ value: null, reason: 'no deployment in the window' });
});

it('caps what frequency adds to the score, and repair that takes ten hours or more adds nothing', () => {
  const often = Array.from({ length: 200 }, (_, i): Run => [i, i + 0.5]);
  expect(metrics(often).health?.value).toBe(100);
  expect(
    metrics([
      [1, 2, 'failure'],
      [31, 32],
    ]).health?.value,
  ).toBeCloseTo(0.4 * 50 + 30 + 0.2 * 2, 9);
});

it('lists a service that was only rolled back', () => {
  const { groups } = answerOf(happened([], 1), { profile: classic, window, groupBy: ['service'] });
  expect(groups).toHaveLength(1);
  expect(groups[0]?.metrics.get('rollback-rate')?.metric).toMatchObject({ value: null, numerator: 1 });
});
