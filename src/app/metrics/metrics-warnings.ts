import type { MetricEvidence } from '../../analysis/metrics/build-frame.ts';
import type { MetricsAnswer } from '../../analysis/metrics/compute-metrics.ts';
import type { Profile } from '../../analysis/metrics/profile.ts';
import type { Span } from '../../analysis/span.ts';
import { didYouMean } from '../../domain/suggest.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import type { EnvironmentView } from '../views.ts';

/** Fewer deployments than this make numbers that jump with each one. */
const few = 10;

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
  environments: readonly EnvironmentView[],
): Promise<string[]> {
  const warnings = unattributed(scope, evidence);
  if (answer.counted >= few) return warnings;
  if (answer.counted > 0) return [...warnings, `these numbers rest on ${plural(answer.counted, 'deployment')} only`];
  const unknown = await unknownService(store, scope);
  return [...warnings, ...(unknown ?? (await deployedElsewhere(store, scope, environments)))];
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
  const incidentsHere = plural(causeless.length, 'incident');
  return [
    `${incidentsHere} of the window could not be attributed to a deployment and did not count; name the cause with: deploy-ledger attribute-incident`,
  ];
}

async function unknownService(store: ReadStore, { service, knownAt }: Scope): Promise<string[] | undefined> {
  if (service === undefined) return undefined;
  const names = (await store.services({ knownAt })).map(({ name }) => name);
  if (names.includes(service)) return undefined;
  return [`no service ${JSON.stringify(service)} is known${didYouMean(service, names)}`];
}

/** Names the environments that were left out though something was deployed there. */
async function deployedElsewhere(
  store: ReadStore,
  { service, environments, window, knownAt }: Scope,
  all: readonly EnvironmentView[],
): Promise<string[]> {
  const others: string[] = [];
  for (const { name } of all.filter((environment) => !environments.includes(environment.name))) {
    const [any] = await store.deployments({ service, environments: [name], knownAt, ...window }, { limit: 1 });
    if (any !== undefined) others.push(name);
  }
  const [first] = others;
  if (first === undefined) return [];
  return [
    `nothing was deployed to ${environments.join(', ') || 'an environment of tier production'} in the window, but to ${others.join(', ')} something was; ask for it with: --environment ${first}`,
  ];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
