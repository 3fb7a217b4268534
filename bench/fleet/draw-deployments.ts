import type { MetricRow } from '../../src/projections/metric-rows.ts';
import { type Random, randomOf } from '../../src/sources/demo/random.ts';

const services = 200;
const minuteMs = 60_000;

/** The days over which the deployments of a history are spread, and the environment they went to. */
export const historySpan = { fromMs: Date.UTC(2025, 0, 1), toMs: Date.UTC(2026, 0, 1) } as const;
export const historyEnvironment = 'production';

export interface DrawnDeployment {
  readonly row: MetricRow;
  /** When the incident was over that it is blamed for, if it is; null while it is not. */
  readonly blamed: { readonly recoveredMs: number | null } | undefined;
}

/**
 * So many finished deployments of 200 services, some far busier than others, spread over 365 days in order of time: 93 % go well, 5 % are
 * rolled back, 2 % fail, 0.2 % are blamed for an incident. 97 % shipped one commit, of which the age is distributed log-normally around
 * four hours; the rest say nothing of commits. The same in every run.
 */
export function* drawDeployments(deployments: number): Generator<DrawnDeployment> {
  const random = randomOf('deployment-history');
  const stepMs = (historySpan.toMs - historySpan.fromMs) / deployments;
  const known = new Set<number>();
  for (let index = 0; index < deployments; index++) {
    const service = Math.floor(services * random.unit() ** 2);
    const atMs = historySpan.fromMs + Math.floor((index + random.unit()) * stepMs);
    const row = deployment(random, { index, service, atMs, hasPrevious: known.has(service) });
    known.add(service);
    yield { row, blamed: blame(random, row) };
  }
}

interface Place {
  readonly index: number;
  readonly service: number;
  readonly atMs: number;
  readonly hasPrevious: boolean;
}

function deployment(random: Random, { index, service, atMs, hasPrevious }: Place): MetricRow {
  const draw = random.unit();
  const status = draw < 0.05 ? 'rolled-back' : draw < 0.07 ? 'failure' : 'success';
  return {
    index,
    service: `service-${String(service).padStart(3, '0')}`,
    environment: historyEnvironment,
    region: '',
    strategy: 'rolling',
    status,
    outcome: status === 'failure' ? 'failure' : 'success',
    planned: null,
    remediates: false,
    hasPrevious,
    reckoning: 'own',
    atMs,
    startedMs: atMs - random.int(60, 900) * 1000,
    finishedMs: atMs,
    rolledBackMs: status === 'rolled-back' ? atMs + logNormal(random, 40 * minuteMs, 0.9) : null,
    committedMs: random.chance(0.97) ? [atMs - logNormal(random, 240 * minuteMs, 1.2)] : [],
  };
}

function blame(random: Random, row: MetricRow): DrawnDeployment['blamed'] {
  if (row.status !== 'success' || !random.chance(0.002)) return undefined;
  return { recoveredMs: random.chance(0.9) ? row.atMs + logNormal(random, 90 * minuteMs, 1) : null };
}

/** A whole number of milliseconds, log-normally distributed around a median (Box and Muller's transform). */
function logNormal(random: Random, medianMs: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
  return Math.round(medianMs * Math.exp(sigma * normal));
}
