import type { MetricEvidence } from '../../analysis/metrics/build-frame.ts';
import type { MetricsAnswer } from '../../analysis/metrics/compute-metrics.ts';
import type { Profile } from '../../analysis/metrics/profile.ts';
import type { Span } from '../../analysis/span.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import { counted } from '../../renderers/counted.ts';
import { warnOfFew } from '../read/warn-of-few.ts';
import { warnOfSilence } from '../read/warn-of-silence.ts';

interface Scope {
  readonly service: string | undefined;
  readonly environments: readonly string[];
  readonly window: Span;
  readonly knownAt: number;
  readonly profile: Profile;
}

/** What a reader of the metrics should know before believing them. */
export async function metricsWarnings(
  store: ReadStore,
  scope: Scope,
  answer: MetricsAnswer,
  evidence: MetricEvidence,
): Promise<string[]> {
  const about = answer.counted === 0 ? await warnOfSilence(store, scope) : warnOfFew(answer.counted);
  return [...unattributed(scope, evidence), ...about];
}

function unattributed({ service, environments, window, profile }: Scope, { incidents }: MetricEvidence): string[] {
  if (profile.incidents !== 'attributed') return [];
  const causeless = incidents.filter(
    (incident) =>
      incident.causedBy === null &&
      incident.openedMs >= window.fromMs &&
      incident.openedMs < window.toMs &&
      environments.includes(incident.environment) &&
      (service === undefined || incident.service === service),
  );
  if (causeless.length === 0) return [];
  const incidentsHere = counted(causeless.length, 'incident');
  return [
    `${incidentsHere} of the window could not be attributed to a deployment and did not count; name the cause with: deploy-ledger attribute-incident`,
  ];
}
