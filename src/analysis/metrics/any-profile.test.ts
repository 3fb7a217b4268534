import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesAround, windows, zones } from '../../../test/support/metrics/arbitrary-case.ts';
import { faultsIn } from '../../../test/support/metrics/every-number.ts';
import { answerOf, type MetricCase, metricCase, plainDeployment } from '../../../test/support/metrics/metric-case.ts';
import { incidentRow } from '../../../test/support/rows.ts';
import type { MetricsAnswer } from './compute-metrics.ts';
import { profiles } from './profiles.ts';
import type { Dimension } from './traits.ts';

const histories = windows.chain((window) =>
  fc.record({ tz: zones, window: fc.constant(window), happened: casesAround(window) }),
);
const anyProfile = fc.constantFrom(...profiles);
const anyGrouping = fc.subarray<Dimension>(
  ['service', 'team', 'type', 'environment', 'region', 'day', 'week', 'month'],
  { maxLength: 3 },
);

describe('the metrics of any profile', () => {
  it('are numbers, or null with the reason', () => {
    fc.assert(
      fc.property(histories, anyProfile, anyGrouping, ({ happened, ...asked }, profile, groupBy) => {
        expect(faultsIn(answerOf(happened, { ...asked, profile, groupBy }).groups)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('have as many on either side of a fraction as they say', () => {
    fc.assert(
      fc.property(histories, anyProfile, ({ happened, ...asked }, profile) => {
        for (const [name, { metric, sides }] of metricsIn(answerOf(happened, { ...asked, profile }))) {
          const { unit, numerator = metric['count'], denominator = metric['count'] } = metric;
          if (unit === 'd/week' || unit === 'score') continue;
          expect(new Set(sides?.numerator).size, name).toBe(sides?.numerator.length);
          if (unit !== 's') expect(sides?.numerator.length, name).toBe(numerator);
          if (unit === 'ratio' || unit === '%') expect(sides?.denominator.length, name).toBe(denominator);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('do not depend on the order in which the rows came', () => {
    fc.assert(
      fc.property(
        histories,
        anyProfile,
        anyGrouping,
        fc.infiniteStream(fc.nat()),
        ({ happened, ...asked }, profile, groupBy, keys) => {
          const request = { ...asked, profile, groupBy };
          expect(unordered(answerOf(shuffled(happened, keys), request))).toEqual(
            unordered(answerOf(happened, request)),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['nothing happened', metricCase()],
    ['there is one deployment', metricCase({ deployments: [plainDeployment({ finishedMs: 5_000 })] })],
    [
      'everything failed',
      metricCase({
        deployments: [1, 2, 3].map((i) =>
          plainDeployment({ id: `${i}`, index: i, status: 'failure', finishedMs: i * 1000 }),
        ),
      }),
    ],
    [
      'clocks went wrong',
      metricCase({
        deployments: [
          plainDeployment({
            startedMs: 9_000,
            finishedMs: 5_000,
            commits: [7_000],
            status: 'rolled-back',
            rolledBackMs: 1_000,
          }),
        ],
        incidents: [incidentRow({ causedBy: 'deploy-1', openedMs: 6_000, resolvedMs: 2_000 })],
      }),
    ],
  ])('are sound when %s', (_, happened) => {
    for (const profile of profiles) {
      for (const groupBy of [[], ['service'], ['day']] as const) {
        const answer = answerOf(happened, { profile, groupBy, window: { fromMs: 0, toMs: 86_400_000 } });
        expect(faultsIn(answer.groups, profile.name)).toEqual([]);
      }
    }
  });

  it('say of a day that a country skipped that it has no time', () => {
    const [tz, window] = ['Pacific/Apia', { fromMs: Date.UTC(2011, 11, 29, 10), toMs: Date.UTC(2011, 11, 31, 10) }];
    for (const profile of profiles) {
      const { groups } = answerOf(metricCase(), { profile, tz, window, groupBy: ['day'] });
      const frequencies = groups.map(({ by, metrics }) => [by['day'], metrics.get('frequency')?.metric]);
      expect(frequencies, profile.name).toMatchObject([
        ['2011-12-29', { value: 0 }],
        ['2011-12-30', { value: null, reason: expect.stringContaining('skips this time') }],
        ['2011-12-31', { value: 0 }],
      ]);
    }
  });

  it('are null in a group without anything, though it is listed', () => {
    const happened = metricCase({ deployments: [plainDeployment({ finishedMs: 5_000 })] });
    const { groups } = answerOf(happened, { groupBy: ['day'], window: { fromMs: 0, toMs: 2 * 86_400_000 } });
    expect(groups.map(({ by, metrics }) => [by, metrics.get('success-rate')?.metric.value])).toEqual([
      [{ day: '1970-01-01' }, 1],
      [{ day: '1970-01-02' }, null],
    ]);
  });
});

function metricsIn({ groups }: MetricsAnswer) {
  return groups.flatMap(({ metrics }) => [...metrics]);
}

function shuffled(happened: MetricCase, keys: fc.Stream<number>): MetricCase {
  const mix = <Row>(rows: readonly Row[]) =>
    rows
      .map((row) => [keys.next().value ?? 0, row] as const)
      .sort(([a], [b]) => a - b)
      .map(([, row]) => row);
  const deployments = mix(happened.deployments).map((row) => ({ ...row, commits: mix(row.commits) }));
  return { ...happened, deployments, incidents: mix(happened.incidents), rollbacks: mix(happened.rollbacks) };
}

/** The ids on either side of a fraction come in any order. */
function unordered(answer: MetricsAnswer) {
  const sort = (refs: readonly (number | string)[] | undefined) => refs?.toSorted();
  return answer.groups.map(({ by, metrics }) => ({
    by,
    metrics: [...metrics].map(([name, { metric, sides }]) => [
      name,
      metric,
      sort(sides?.numerator),
      sort(sides?.denominator),
    ]),
  }));
}
