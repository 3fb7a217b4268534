import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploymentRow, incidentRow, rollbackRow } from '../../test/support/rows.ts';
import { statuses } from '../domain/vocabulary.ts';
import { computeMetrics, type Evidence, type MetricsAnswer } from './compute-metrics.ts';
import type { Dimension } from './group-deployments.ts';
import { dayMs } from './local-calendar.ts';
import type { Metric } from './metric.ts';

const fromMs = Date.parse('2026-03-01');
const window = { fromMs, toMs: fromMs + 30 * dayMs };
const metrics = ['frequency', 'success-rate', 'duration', 'mttr'] as const;
const nothing: Evidence = {
  deployments: [],
  parents: [],
  rollbacks: [],
  incidents: [],
  remedies: [],
  laterSuccesses: [],
};

const ask = (evidence: Evidence, groupBy: readonly Dimension[] = [], tz = 'UTC') =>
  computeMetrics(evidence, { metrics, window, tz, groupBy, explain: true });
const metric = (answer: MetricsAnswer, name: string): Metric => {
  const found = answer.groups[0]?.metrics[name];
  if (found === undefined) throw new TypeError(`no ${name}`);
  return found;
};

const ids = fc.constantFrom('d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7');
const instants = fc.integer({ min: window.fromMs, max: window.toMs - 1 });
const deployments = fc.uniqueArray(
  fc
    .record({
      id: ids,
      service: fc.constantFrom('api', 'web'),
      region: fc.constantFrom('', 'eu'),
      strategy: fc.constantFrom('rolling', 'canary'),
      status: fc.constantFrom(...statuses),
      parentId: fc.option(ids),
      finishedMs: instants,
      startedMs: fc.option(instants),
      remediates: fc.subarray(['d0', 'd1', 'INC-1']),
    })
    .chain((row) =>
      row.status === 'rolled-back' ? instants.map((rolledBackMs) => ({ ...row, rolledBackMs })) : fc.constant(row),
    ),
  { selector: ({ id }) => id, maxLength: 8 },
);
const evidence: fc.Arbitrary<Evidence> = fc
  .record({ rows: deployments, cause: ids, resolvedMs: fc.option(instants), carriedOutBy: fc.option(ids) })
  .map(({ rows, cause, resolvedMs, carriedOutBy }) => {
    const all = rows.map((row) => deploymentRow(row));
    return {
      ...nothing,
      deployments: all,
      remedies: all.filter(({ remediates }) => remediates.length > 0),
      incidents: [incidentRow({ causedBy: cause, resolvedMs })],
      rollbacks: [rollbackRow({ carriedOutBy })],
    };
  });

/** Counts again with nothing but loops over everything. */
function countAgain({ deployments, rollbacks, incidents }: Evidence) {
  const counted = deployments.filter((row) => {
    const isTarget = deployments.some((other) => other.id === row.parentId && other.service === row.service);
    const isRollback = rollbacks.some(({ carriedOutBy }) => carriedOutBy === row.id);
    return !isTarget && !isRollback && ['success', 'failure', 'partial', 'rolled-back'].includes(row.status);
  });
  const deployed = counted.filter(({ status }) => status !== 'failure');
  const recoveries = deployed.flatMap((row) => {
    const ends = [row.rolledBackMs ?? Number.NaN];
    for (const incident of incidents) if (incident.causedBy === row.id) ends.push(incident.resolvedMs ?? Number.NaN);
    for (const other of deployments) {
      const named = other.remediates.map((id) => incidents.find((incident) => incident.id === id)?.causedBy ?? id);
      const reached = ['success', 'partial', 'rolled-back'].includes(other.status);
      if (other.id !== row.id && named.includes(row.id) && reached) ends.push(other.finishedMs ?? Number.NaN);
    }
    const finish = row.finishedMs ?? Number.NaN;
    const first = ends.filter((end) => end >= finish).sort((a, b) => a - b)[0];
    return first === undefined ? [] : [(first - finish) / 1000];
  });
  return { counted, deployed, recoveries };
}

describe('the metrics', () => {
  it('are what a naive count over everything finds', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const answer = ask(given);
        const { counted, deployed, recoveries } = countAgain(given);
        expect(metric(answer, 'frequency').value).toBe(deployed.length / 30);
        expect(metric(answer, 'success-rate')).toMatchObject({
          numerator: counted.filter(({ status }) => status === 'success').length,
          denominator: counted.length,
        });
        const mttr = metric(answer, 'mttr');
        expect(mttr.denominator).toBe(recoveries.length);
        expect(mttr.numerator).toBeCloseTo(recoveries.reduce((a, b) => a + b, 0));
        const timed = counted.filter(
          ({ startedMs, finishedMs }) => startedMs !== null && startedMs <= (finishedMs ?? 0),
        );
        expect(metric(answer, 'duration')['count']).toBe(timed.length);
      }),
    );
  });

  it('account for every deployment: it counts, or a reason says why not', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { counted, excluded } = ask(given);
        const left = Object.values(excluded).reduce((a, b) => a + b, 0);
        expect(counted + left).toBe(given.deployments.length);
      }),
    );
  });

  it('have rates from 0 to 1, a reason for each missing value, and no number that is not finite', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia');
    const dimensions = fc.subarray<Dimension>(['service', 'type', 'region', 'environment', 'day', 'week', 'month']);
    fc.assert(
      fc.property(evidence, zone, dimensions, (given, tz, groupBy) => {
        const answer = ask(given, groupBy, tz);
        for (const { metrics } of answer.groups) {
          for (const { value, reason } of Object.values(metrics)) expect(value === null).toBe(reason !== undefined);
          const rate = metrics['success-rate']?.value ?? 0;
          expect(rate >= 0 && rate <= 1).toBe(true);
        }
        expect(
          JSON.stringify(answer, (_, value) =>
            Number.isFinite(value) || typeof value !== 'number' ? value : 'NOT FINITE',
          ),
        ).not.toContain('NOT FINITE');
      }),
    );
  });

  it('add up over the groups to what they are of all, in any time zone', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo');
    const dimensions = fc.subarray<Dimension>(['service', 'type', 'region', 'day', 'week', 'month']);
    fc.assert(
      fc.property(evidence, zone, dimensions, (given, tz, groupBy) => {
        const { groups } = ask(given, groupBy, tz);
        const deployed = groups.flatMap(({ metrics }) => namesBehind(metrics['frequency']));
        expect(deployed.sort()).toEqual(namesBehind(metric(ask(given), 'frequency')).sort());
      }),
    );
  });

  it('name as many deployments as they count', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const rate = metric(ask(given), 'success-rate');
        const { numerator, denominator } = rate['explain'] as Record<string, string[]>;
        expect([numerator?.length, denominator?.length]).toEqual([rate.numerator, rate.denominator]);
      }),
    );
  });

  it('explain nothing unless asked, and compute only what is asked for', () => {
    const answer = computeMetrics(nothing, { metrics: ['mttr'], window, tz: 'UTC', groupBy: [], explain: false });
    expect(Object.keys(answer.groups[0]?.metrics ?? {})).toEqual(['mttr']);
    expect(metric(answer, 'mttr')).not.toHaveProperty('explain');
  });
});

function namesBehind(of: Metric | undefined): string[] {
  return (of?.['explain'] as Record<string, string[]> | undefined)?.['numerator'] ?? [];
}
