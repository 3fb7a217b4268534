import { expect, it } from 'vitest';
import { answerOf, metricCase, metricsOf, plainDeployment } from '../../../../test/support/metrics/metric-case.ts';
import { incidentRow } from '../../../../test/support/rows.ts';
import { gitlab } from './gitlab.ts';

const hourMs = 3_600_000;
const window = { fromMs: 0, toMs: 10 * 24 * hourMs };
const deployed = (id: number, hour: number, more: object = {}) =>
  plainDeployment({ id: `${id}`, index: id, finishedMs: hour * hourMs, ...more });
const incident = (id: number, opened: number, resolved: number | null, more: object = {}) =>
  incidentRow({
    id: `i${id}`,
    openedMs: opened * hourMs,
    resolvedMs: resolved === null ? null : resolved * hourMs,
    ...more,
  });

it('counts successful deployments a day', () => {
  const deployments = [deployed(1, 1), deployed(2, 2), deployed(3, 3, { status: 'failure' })];
  expect(metricsOf(metricCase({ deployments }), { profile: gitlab, window }).frequency).toMatchObject({
    value: 0.2,
    numerator: 2,
    denominator: 10,
  });
});

it('takes the usual median from commit to deployment', () => {
  const deployments = [
    deployed(1, 10, { commits: [9 * hourMs, 7 * hourMs] }),
    deployed(2, 10, { commits: [hourMs], previousVersion: null }),
  ];
  expect(metricsOf(metricCase({ deployments }), { profile: gitlab, window })['lead-time']).toMatchObject({
    value: 2 * 3600,
    count: 2,
  });
});

it('comes to a fail rate above one when there are more incidents than deployments', () => {
  const incidents = [incident(1, 1, 2), incident(2, 2, 6), incident(3, 3, null), incident(4, 300, 301)];
  const metrics = metricsOf(metricCase({ deployments: [deployed(1, 5), deployed(2, 6)], incidents }), {
    profile: gitlab,
    window,
  });
  expect(metrics['change-fail-rate']).toMatchObject({ value: 1.5, numerator: 3, denominator: 2 });
  expect(metrics['recovery-time']).toMatchObject({ value: 2.5 * 3600, count: 2, open: 1 });
});

it('lists a service that had incidents only, and has no fail rate for it', () => {
  const incidents = [incident(1, 1, 2, { service: 'db' })];
  const { groups } = answerOf(metricCase({ deployments: [deployed(1, 5)], incidents }), {
    profile: gitlab,
    window,
    groupBy: ['service'],
  });
  expect(groups.map(({ by, metrics }) => [by, metrics.get('change-fail-rate')?.metric])).toMatchObject([
    [{ service: 'api' }, { value: 0 }],
    [{ service: 'db' }, { value: null, numerator: 1, denominator: 0, reason: 'nothing was deployed in the window' }],
  ]);
});

it.each(['type', 'region'] as const)(
  'claims no fail rate by %s, since nobody says of which one an incident is',
  (dimension) => {
    const happened = metricCase({ deployments: [deployed(1, 5)], incidents: [incident(1, 1, 2)] });
    const [group] = answerOf(happened, { profile: gitlab, window, groupBy: [dimension] }).groups;
    for (const name of ['change-fail-rate', 'recovery-time'] as const) {
      expect(group?.metrics.get(name)?.metric).toMatchObject({
        value: null,
        reason: expect.stringContaining('of which type or region'),
      });
    }
  },
);
