import type { MetricFilter, MetricRow, Reckoning } from '../../src/projections/metric-rows.ts';
import type { DeploymentRow } from '../../src/projections/rows.ts';
import { compareKeys, sortedBy } from './ordering.ts';
import { deploymentsThat, known } from './reference-queries.ts';
import type { ReferenceState } from './reference-state.ts';

type Rows = ReferenceState['rows'];

export function metricRowsThat(rows: Rows, filter: MetricFilter, environment: string): MetricRow[] {
  const { service, fromMs, toMs, knownAt } = filter;
  const found = deploymentsThat(rows.deployments, { service, environments: [environment], fromMs, toMs, knownAt });
  return sortedBy(found, ({ atMs, id }) => [atMs, id]).map((row) => ({
    index: row.index,
    service: row.service,
    environment: row.environment,
    region: row.region,
    strategy: row.strategy,
    status: row.status,
    outcome: row.outcome,
    planned: row.planned,
    remediates: row.remediates.length > 0,
    hasPrevious: row.previousVersion !== null,
    reckoning: reckoningOf(row, rows, knownAt),
    atMs: row.atMs,
    startedMs: row.startedMs,
    finishedMs: row.finishedMs,
    rolledBackMs: row.rolledBackMs,
    committedMs: filter.commits ? firstShippedBy(row, rows, knownAt) : [],
  }));
}

function reckoningOf(row: DeploymentRow, rows: Rows, knownAt: number | undefined): Reckoning {
  if (isTarget(row, rows, knownAt)) return 'target';
  const carried = known(rows.rollbacks, knownAt).some(({ carriedOutBy }) => carriedOutBy === row.id);
  return carried ? 'carried-out-rollback' : 'own';
}

function isTarget(row: DeploymentRow, rows: Rows, knownAt: number | undefined): boolean {
  const parent = known(rows.deployments, knownAt).find(({ id }) => id === row.parentId);
  return parent !== undefined && isSamePlace(parent, row);
}

function firstShippedBy(row: DeploymentRow, rows: Rows, knownAt: number | undefined): number[] {
  const commits = known(rows.commits, knownAt);
  const earlier = known(rows.deployments, knownAt).filter(
    (other) =>
      other.id !== row.id &&
      isSamePlace(other, row) &&
      ['success', 'partial', 'rolled-back'].includes(other.status) &&
      !isTarget(other, rows, knownAt) &&
      compareKeys([other.atMs, other.id], [row.atMs, row.id]) < 0,
  );
  const shipped = new Set(
    commits.filter(({ deployment }) => earlier.some(({ id }) => id === deployment)).map(({ commit }) => commit),
  );
  const own = commits.filter(({ deployment, commit }) => deployment === row.id && !shipped.has(commit));
  return [...new Set(own.map(({ commit, committedMs }) => JSON.stringify([commit, committedMs])))].map(
    (pair) => (JSON.parse(pair) as [string, number])[1],
  );
}

function isSamePlace(a: DeploymentRow, b: DeploymentRow): boolean {
  return a.service === b.service && a.environment === b.environment;
}
