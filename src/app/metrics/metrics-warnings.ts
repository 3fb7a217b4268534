import type { MetricEvidence } from '../../analysis/metrics/build-frame.ts';
import type { MetricsAnswer } from '../../analysis/metrics/compute-metrics.ts';
import type { MetricName } from '../../analysis/metrics/metric.ts';
import type { Profile } from '../../analysis/metrics/profile.ts';
import type { Span } from '../../analysis/span.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import { counted } from '../../renderers/counted.ts';
import { warnOfFew } from '../read/warn-of-few.ts';
import { warnOfSilence } from '../read/warn-of-silence.ts';

interface Scope {
  readonly service: string | undefined;
  readonly environments: readonly string[];
  readonly window: Span;
  readonly knownAt: number;
  readonly profile: Profile;
  readonly metrics: readonly MetricName[];
}

/** What a reader of the metrics should know before believing them. */
export async function metricsWarnings(
  store: ReadStore,
  scope: Scope,
  answer: MetricsAnswer,
  evidence: MetricEvidence,
): Promise<string[]> {
  const about = answer.counted === 0 ? await warnOfSilence(store, scope) : warnOfFew(answer.counted);
  return [...unattributed(scope, evidence), ...unknownHarm(scope, answer, evidence), ...about];
}

function incidentsIn({ service, environments, window }: Scope, { incidents }: MetricEvidence): readonly IncidentRow[] {
  return incidents.filter(
    (incident) =>
      incident.openedMs >= window.fromMs &&
      incident.openedMs < window.toMs &&
      environments.includes(incident.environment) &&
      (service === undefined || incident.service === service),
  );
}

/** Absence of data must not look healthy: a profile that knows harm by incidents only says 0 where nobody recorded any. */
function unknownHarm(scope: Scope, { counted: deployments }: MetricsAnswer, evidence: MetricEvidence): string[] {
  const { profile, metrics } = scope;
  const rests = profile.incidents !== 'attributed' && profile.metrics['change-fail-rate'] !== undefined;
  if (!rests || deployments === 0 || !metrics.includes('change-fail-rate')) return [];
  if (incidentsIn(scope, evidence).length > 0) return [];
  return [
    `no incident of the window is recorded, and the profile ${profile.name} knows a failed change by its incident only: its fail rate says nothing`,
  ];
}

function unattributed(scope: Scope, evidence: MetricEvidence): string[] {
  if (scope.profile.incidents !== 'attributed') return [];
  const causeless = incidentsIn(scope, evidence).filter((incident) => incident.causedBy === null);
  if (causeless.length === 0) return [];
  const incidentsHere = counted(causeless.length, 'incident');
  return [
    `${incidentsHere} of the window could not be attributed to a deployment and did not count; name the cause with: deploy-ledger attribute-incident`,
  ];
}
