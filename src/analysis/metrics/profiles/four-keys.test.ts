import { expect, it } from 'vitest';
import { metricCase, metricsOf, plainDeployment } from '../../../../test/support/metrics/metric-case.ts';
import { incidentRow } from '../../../../test/support/rows.ts';
import { fourKeys } from './four-keys.ts';

const dayMs = 86_400_000;
const monday = Date.UTC(2026, 0, 5);
const window = { fromMs: monday, toMs: monday + 84 * dayMs };
const deployed = (id: number, day: number, more: object = {}) =>
  plainDeployment({ id: `${id}`, index: id, finishedMs: monday + day * dayMs, ...more });
const onDays = (...days: number[]) => metricCase({ deployments: days.map((day, i) => deployed(i, day)) });
const metrics = (happened: ReturnType<typeof metricCase>) => metricsOf(happened, { profile: fourKeys, window });
const weeks = Array.from({ length: 12 }, (_, i) => 7 * i);

it.each([
  ['daily', 3, weeks.flatMap((day) => [day, day + 1, day + 2])],
  ['weekly', 2, weeks.flatMap((day) => [day, day + 1])],
  ['weekly', 0, [0, 28, 56]],
  ['monthly', 0, [0, 28]],
  ['yearly', 0, [0]],
  ['yearly', 0, []],
])('calls it %s when the usual week has %i days with a deployment', (usual, value, days) => {
  expect(metrics(onDays(...days)).frequency).toMatchObject({ usual, value });
});

it('drops lead times of nothing and less', () => {
  const finish = monday + dayMs;
  const deployments = [deployed(1, 1, { commits: [finish - 4000, finish - 2000, finish, finish + 1000] })];
  expect(metrics(metricCase({ deployments }))['lead-time']).toMatchObject({ value: 3, count: 2 });
});

it('divides incidents by deployments, and takes the median of the time that they were open', () => {
  const incidents = [1, 2, 4].map((hours, i) =>
    incidentRow({ id: `i${i}`, openedMs: monday, resolvedMs: monday + hours * 3_600_000 }),
  );
  expect(metrics({ ...onDays(1, 2), incidents })).toMatchObject({
    'change-fail-rate': { value: 1.5, numerator: 3, denominator: 2 },
    'recovery-time': { value: 2 * 3600, count: 3 },
  });
});
