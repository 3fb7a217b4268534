import fc from 'fast-check';
import type { Span } from '../../../src/analysis/span.ts';
import { statuses } from '../../../src/domain/vocabulary.ts';
import { incidentRow, rollbackRow } from '../rows.ts';
import { type MetricCase, metricCase, type PlainDeployment, plainDeployment } from './metric-case.ts';
import { quarterMs, winter } from './quarter-hours.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const inner = { fromMs: winter.fromMs + 10 * dayMs, toMs: winter.toMs - 10 * dayMs };

export const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Pacific/Apia',
);

/** Midnights of the zones, before and after their clocks change; many around the day that Apia skipped. */
const midnights = fc
  .tuple(fc.oneof(fc.nat(160), fc.integer({ min: 75, max: 85 })), fc.constantFrom(0, 2, 3, 4, 5, 10, 11, 18.5, 22, 23))
  .map(([day, hour]) => inner.fromMs + day * dayMs + hour * hourMs);

/** Windows from midnight to midnight, and others. */
export const windows: fc.Arbitrary<Span> = fc
  .tuple(
    fc.oneof(midnights, quarters(inner)),
    fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(-1, 0, 0, 0, 1))
        .map(([d, h]) => d * dayMs + h * hourMs),
      fc.integer({ min: 1, max: 2000 }).map((count) => count * quarterMs),
    ),
  )
  .map(([fromMs, length]) => ({ fromMs, toMs: Math.min(inner.toMs, fromMs + length) }))
  .filter(({ fromMs, toMs }) => fromMs < toMs);

function quarters({ fromMs, toMs }: Span): fc.Arbitrary<number> {
  return fc.integer({ min: fromMs / quarterMs, max: toMs / quarterMs }).map((quarter) => quarter * quarterMs);
}

/** Moments in and around a window, its ends and the same moment again among them. */
function momentsAround({ fromMs, toMs }: Span): fc.Arbitrary<number> {
  const around = fc.integer({ min: fromMs - 2 * dayMs, max: toMs + 2 * dayMs });
  return fc.oneof(fc.constantFrom(fromMs - 1, fromMs, toMs - 1, toMs), quarters({ fromMs, toMs }), around);
}

/** What may happen around a window: late, contradictory, with clocks that go wrong. */
export function casesAround(window: Span): fc.Arbitrary<MetricCase> {
  const incident = fc.record({
    causedBy: fc.option(ids, { freq: 2 }),
    service: services,
    environment: environments,
    openedMs: momentsAround(window),
    resolvedMs: fc.option(momentsAround(window), { freq: 3 }),
  });
  const rollback = fc.record({
    service: services,
    environment: environments,
    region: regions,
    atMs: momentsAround(window),
  });
  const later = fc.dictionary(
    fc.tuple(services, environments, regions).map((names) => names.join('\u0000')),
    fc.integer({ min: window.toMs, max: window.toMs + 9 * dayMs }),
  );
  return fc
    .record({
      deployments: fc.array(deploymentAround(window), { maxLength: 40 }),
      incidents: fc.array(incident, { maxLength: 12 }),
      rollbacks: fc.array(rollback, { maxLength: 5 }),
      later,
    })
    .map(({ deployments, incidents, rollbacks, later: successes }) =>
      metricCase({
        deployments: deployments.map((row, i) => plainDeployment({ ...row, id: `d${i}`, index: i })),
        incidents: incidents.map((row, i) => incidentRow({ ...row, id: `i${i}` })),
        rollbacks: rollbacks.map((row, i) => rollbackRow({ ...row, id: `r${i}` })),
        laterSuccessMs: new Map(Object.entries(successes)),
        teams: new Map([
          ['api', 'red'],
          ['web', 'red'],
        ]),
      }),
    );
}

const ids = fc.integer({ min: 0, max: 40 }).map((i) => `d${i}`);
const services = fc.constantFrom('api', 'web', 'db');
const environments = fc.constantFrom('production', 'production', 'production', 'staging');
const regions = fc.constantFrom('', '', 'eu', 'us');

function deploymentAround(window: Span): fc.Arbitrary<Partial<PlainDeployment>> {
  const span = fc.oneof({ weight: 5, arbitrary: fc.nat(2 * hourMs) }, fc.integer({ min: -hourMs, max: 3 * dayMs }));
  return fc
    .record({
      service: services,
      environment: environments,
      region: regions,
      strategy: fc.constantFrom('rolling', 'canary'),
      status: fc.oneof({ weight: 3, arbitrary: fc.constant('success' as const) }, fc.constantFrom(...statuses)),
      outcome: fc.constantFrom('success', 'failure', 'partial'),
      planned: fc.constantFrom(null, true, false),
      remediates: fc.array(
        fc.oneof(
          ids,
          ids.map((id) => id.replace('d', 'i')),
        ),
        { maxLength: 2 },
      ),
      previousVersion: fc.constantFrom(null, '1', '1', '1'),
      reckoning: fc.constantFrom('own', 'own', 'own', 'own', 'target', 'carried-out-rollback'),
      atMs: momentsAround(window),
      isFinished: fc.constantFrom(true, true, true, true, true, false),
      length: fc.option(span),
      undoneAfter: span,
      ages: fc.array(fc.integer({ min: -dayMs, max: 10 * dayMs }), { maxLength: 4 }),
    })
    .map(({ isFinished, length, undoneAfter, ages, atMs, ...row }) => ({
      ...row,
      atMs,
      finishedMs: isFinished ? atMs : null,
      startedMs: length === null ? null : atMs - length,
      rolledBackMs: row.status === 'rolled-back' ? atMs + undoneAfter : null,
      commits: ages.map((age) => atMs - age),
    }));
}
