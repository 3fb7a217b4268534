import type { RequestCount } from '../../../app/deliveries/webhooks.ts';
import type { Histogram } from '../../../app/prometheus/histogram.ts';
import type { Measurements } from '../../../app/prometheus/measure.ts';
import { compatFamilies } from './compat-families.ts';
import type { Family } from './exposition.ts';
import { Folding } from './folding.ts';
import { gaugeSamples } from './gauge-samples.ts';
import type { Sample } from './series.ts';

/** What this process saw since it started. */
export interface Traffic {
  readonly durations: Histogram;
  readonly webhooks: readonly RequestCount[];
}

export interface FamilyOptions {
  /** Series that a metric has at most. */
  readonly mostSeries: number;
  readonly nowMs: number;
}

const month = 'of the last 30 days';
const named = (name: string) => `deploy_ledger_${name}`;

/** The metrics of the public contract. */
export function familiesOf(measured: Measurements, traffic: Traffic, { mostSeries, nowMs }: FamilyOptions): Family[] {
  const folding = new Folding(mostSeries);
  const families = [
    ...countFamilies(measured, folding),
    ...gaugeFamilies(measured, folding),
    ...logFamilies(measured, nowMs),
    folding.counter(named('webhook_requests_total'), 'Webhooks that came, by what became of them.', {
      names: ['source', 'outcome'],
      entries: () => traffic.webhooks.map(({ source, outcome, count }) => ({ values: [source, outcome], count })),
    }),
    folding.histogram(named('http_request_duration_seconds'), 'How long requests took.', traffic.durations),
    ...(measured.classic === undefined ? [] : compatFamilies(measured.counts.deployments, measured.classic, folding)),
  ];
  return [
    ...families,
    folding.report(named('series_folded'), 'Series that were folded into `other` or left out, by metric.'),
  ];
}

function countFamilies({ counts }: Measurements, folding: Folding): Family[] {
  const { deployments, rollbacks, durationSeconds, leadTimeSeconds } = counts;
  return [
    folding.counter(named('deployments_total'), 'Deployments by their first final status.', deployments),
    folding.counter(named('rollbacks_total'), 'Rollbacks that were recorded.', rollbacks),
    folding.histogram(named('deployment_duration_seconds'), 'From start to finish.', durationSeconds),
    folding.histogram(named('lead_time_seconds'), 'From commit to finish, of commits shipped first.', leadTimeSeconds),
  ];
}

function gaugeFamilies(measured: Measurements, folding: Folding): Family[] {
  const { running, changeFailRatio, recoverySeconds } = measured;
  return [
    folding.gauge(
      named('change_fail_ratio'),
      `Failed changes ${month}, of those deployed.`,
      gaugeSamples(changeFailRatio),
    ),
    folding.gauge(
      named('recovery_seconds'),
      `Median recovery from a failed change ${month}.`,
      gaugeSamples(recoverySeconds),
    ),
    folding.gauge(named('running_info'), 'What runs where.', running.map(runningSample)),
    folding.gauge(
      named('last_deployment_timestamp_seconds'),
      'Since when what runs does so.',
      lastDeployed(measured.running),
    ),
  ];
}

function logFamilies({ size, uncoveredSinceMs }: Measurements, nowMs: number): Family[] {
  const age = uncoveredSinceMs === null ? 0 : Math.max(0, nowMs - uncoveredSinceMs) / 1000;
  return [
    single('log_size', 'Facts in the log.', size),
    single('log_checkpoint_age_seconds', 'Age of the oldest fact that no checkpoint covers.', age),
  ];
}

function single(name: string, help: string, value: number): Family {
  return { name: named(name), type: 'gauge', help, samples: [{ labels: {}, value }] };
}

function runningSample({ service, environment, region, version }: Measurements['running'][number]): Sample {
  return { labels: { service, environment, region: region ?? '', version }, value: 1 };
}

function lastDeployed(running: Measurements['running']): Sample[] {
  const latest = new Map<string, Sample>();
  for (const { service, environment, since } of running) {
    const key = `${service}\u0000${environment}`;
    const value = Date.parse(since) / 1000;
    if (value > (latest.get(key)?.value ?? -Infinity)) latest.set(key, { labels: { service, environment }, value });
  }
  return [...latest.values()];
}
