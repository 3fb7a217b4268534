import { findFailedChanges } from '../../analysis/failed-changes.ts';
import { isFinished } from '../../analysis/finished-deployment.ts';
import type { MetricEvidence } from '../../analysis/metrics/build-frame.ts';
import type { Columns } from '../../analysis/metrics/columns/columns.ts';
import { ColumnsBuilder } from '../../analysis/metrics/columns/columns-builder.ts';
import type { MetricName } from '../../analysis/metrics/metric.ts';
import type { Profile } from '../../analysis/metrics/profile.ts';
import type { Span } from '../../analysis/span.ts';
import type { LedgerStore, ReadStore } from '../../projections/read-store.ts';
import type { DeploymentRow, IncidentRow } from '../../projections/rows.ts';
import { loadAttributed } from '../read/load-attributed.ts';
import { loadLaterSuccesses } from './load-later-successes.ts';
import { loadNextDeployments } from './load-next-deployments.ts';

/** Of what metrics are asked for, and which. */
export interface MetricScope {
  readonly service: string | undefined;
  readonly environments: readonly string[];
  readonly window: Span;
  readonly knownAt: number;
  readonly profiles: readonly Profile[];
  readonly metrics: readonly MetricName[];
}

const needRecovery: readonly MetricName[] = ['change-fail-rate', 'recovery-time', 'mttr', 'health'];

/** Reads what the metrics of a scope are computed from: the deployments of its window, and what decides how they count. */
export async function loadMetricEvidence(store: LedgerStore, scope: MetricScope): Promise<MetricEvidence> {
  const { window, knownAt, profiles, metrics } = scope;
  const columns = await loadColumns(store, scope);
  const needsHarm =
    metrics.some((name) => needRecovery.includes(name)) && profiles.some(({ incidents }) => incidents !== 'none');
  const needsRollbacks = profiles.some(({ countsRollbacks }) => countsRollbacks);
  const services = await store.services({ knownAt });
  return {
    columns,
    ...(needsHarm ? await loadHarm(store, scope, columns) : { failures: [], incidents: [], blamed: new Map() }),
    rollbacks: needsRollbacks ? await store.rollbacks({ service: scope.service, ...window, knownAt }) : [],
    laterSuccessMs: metrics.includes('mttr') ? await loadLaterSuccesses(store, scope, columns) : new Map(),
    teams: new Map(services.map(({ name, owners }) => [name, owners.join(', ')])),
  };
}

async function loadColumns(store: ReadStore, scope: MetricScope): Promise<Columns> {
  const { service, environments, window, knownAt, metrics, profiles } = scope;
  const builder = new ColumnsBuilder();
  const commits = metrics.includes('lead-time');
  for await (const rows of store.metricRows({ service, environments, ...window, commits, knownAt })) {
    for (const row of rows) builder.add(row);
  }
  const rules = profiles.map(({ incidents }) => incidents);
  if (rules.includes('latest-before') || rules.includes('latest-until')) {
    const columns = builder.build();
    for (const row of await loadNextDeployments(store, scope, columns)) builder.add(row);
  }
  return builder.build();
}

/** What harm was done by deployments of the scope, and what became of it. */
async function loadHarm(
  store: LedgerStore,
  scope: MetricScope,
  columns: Columns,
): Promise<Pick<MetricEvidence, 'failures' | 'incidents' | 'blamed'>> {
  const { environments, window, knownAt, profiles } = scope;
  const longestMs = columns.durationMs.reduce((longest, ms) => (ms > longest ? ms : longest), 0);
  // Neither is of the scope's service only: a change can break, and be remedied by, another one.
  const fromMs = window.fromMs - longestMs;
  const isAttributed = profiles.some((profile) => profile.incidents === 'attributed');
  const incidents = isAttributed
    ? await loadAttributed(store, { ...scope, fromMs })
    : await store.incidents({ fromMs, knownAt });
  const remedies = await store.deployments({ environments, remediating: true, fromMs: window.fromMs, knownAt });
  const concerned = await loadConcerned(store, scope, incidents, remedies);
  const failures = findFailedChanges(concerned.filter(isFinished), incidents, remedies);
  const blamed = new Map(concerned.map((row) => [row.id, row]));
  return { failures, incidents, blamed };
}

/** The deployments of the scope that incidents are attributed to or that are remedied. */
async function loadConcerned(
  store: ReadStore,
  { service, environments, window, knownAt }: MetricScope,
  incidents: readonly IncidentRow[],
  remedies: readonly DeploymentRow[],
): Promise<DeploymentRow[]> {
  const named = [...incidents.map(({ causedBy }) => causedBy), ...remedies.flatMap(({ remediates }) => remediates)];
  const ids = [...new Set(named.filter((id) => id !== null))];
  if (ids.length === 0) return [];
  return store.deployments({ ids, service, environments, ...window, knownAt });
}
