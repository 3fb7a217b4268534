import { expect, it } from 'vitest';
import { metricCase, metricsOf, plainDeployment } from '../../../../test/support/metrics/metric-case.ts';
import { incidentRow } from '../../../../test/support/rows.ts';
import { middleware } from './middleware.ts';

const hourMs = 3_600_000;
const window = { fromMs: 0, toMs: 240 * hourMs };
const deployments = [10, 20].map((hour, i) =>
  plainDeployment({ id: `${i}`, index: i, finishedMs: hour * hourMs, commits: [hour * hourMs - (i + 1) * 3000] }),
);
const metrics = (...opened: number[]) => {
  const incidents = opened.map((openedMs, i) =>
    incidentRow({ id: `i${i}`, openedMs, resolvedMs: openedMs + (i + 1) ** 2 * 1000 }),
  );
  return metricsOf(metricCase({ deployments, incidents }), { profile: middleware, window });
};

it('takes means', () => {
  expect(metrics(21 * hourMs, 22 * hourMs, 23 * hourMs)).toMatchObject({
    frequency: { value: 0.2 },
    'lead-time': { value: 4.5, count: 2 },
    'recovery-time': { value: 14 / 3, count: 3 },
    'change-fail-rate': { numerator: 1, denominator: 2 },
  });
});

it.each([
  [10 * hourMs - 1, 0],
  [10 * hourMs, 1],
  [10 * hourMs + 1, 1],
])('blames a deployment that finished at the moment the incident opened: at %i ms', (openedMs, numerator) => {
  expect(metrics(openedMs)['change-fail-rate']).toMatchObject({ numerator });
});
