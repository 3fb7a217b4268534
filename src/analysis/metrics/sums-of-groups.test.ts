import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesAround, windows, zones } from '../../../test/support/metrics/arbitrary-case.ts';
import { answerOf } from '../../../test/support/metrics/metric-case.ts';
import type { MetricsAnswer } from './compute-metrics.ts';
import type { Metric } from './metric.ts';
import { dora } from './profiles/dora.ts';
import { profiles } from './profiles.ts';
import type { Dimension } from './traits.ts';

const histories = windows.chain((window) =>
  fc.record({ tz: zones, window: fc.constant(window), happened: casesAround(window) }),
);
const periods = ['day', 'week', 'month'] as const;

describe('the groups of any grouping', () => {
  it('sum to the whole', () => {
    const dimensions = fc.subarray<Dimension>(['service', 'team', 'type', 'environment', 'region', ...periods], {
      maxLength: 3,
    });
    fc.assert(
      fc.property(histories, dimensions, ({ happened, ...asked }, groupBy) => {
        const request = { ...asked, profile: dora };
        expect(sumOf(answerOf(happened, { ...request, groupBy }))).toEqual(sumOf(answerOf(happened, request)));
      }),
      { numRuns: 300 },
    );
  });

  it('sum to it in any profile, as far as incidents have the trait', () => {
    const dimensions = fc.subarray<Dimension>(['service', 'team', 'environment', ...periods], { maxLength: 3 });
    fc.assert(
      fc.property(histories, fc.constantFrom(...profiles), dimensions, ({ happened, ...asked }, profile, groupBy) => {
        const request = { ...asked, profile };
        expect(sumOf(answerOf(happened, { ...request, groupBy }))).toEqual(sumOf(answerOf(happened, request)));
      }),
      { numRuns: 300 },
    );
  });
});

it('the rates of dora are shares', () => {
  fc.assert(
    fc.property(histories, ({ happened, ...asked }) => {
      for (const { metrics } of answerOf(happened, asked).groups) {
        for (const [name, { metric }] of metrics) {
          if (metric.unit !== 'ratio' || metric.value === null) continue;
          expect(metric.value, name).toBeGreaterThanOrEqual(0);
          expect(metric.value, name).toBeLessThanOrEqual(1);
        }
      }
    }),
  );
});

/** What can be added up of a metric: counts, and times as whole milliseconds. */
function countsOf(name: string, metric: Metric): [string, number][] {
  const { numerator, denominator, unit, count, open, deployments, excluded, failedRuns } = metric as Metric &
    Readonly<Record<string, unknown>>;
  const counts = { numerator, count, open, deployments, ...(unit === '1/d' ? {} : { denominator }) };
  return [counts, excluded ?? {}, failedRuns ?? {}].flatMap((part) =>
    Object.entries(part).flatMap(([what, value]): [string, number][] =>
      typeof value === 'number' && what !== 'value' ? [[`${name} ${what}`, Math.round(value * 1000)]] : [],
    ),
  );
}

function sumOf({ groups }: MetricsAnswer): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { metrics } of groups) {
    for (const [name, { metric }] of metrics)
      for (const [what, count] of countsOf(name, metric)) sums[what] = (sums[what] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
