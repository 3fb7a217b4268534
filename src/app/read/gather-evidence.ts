import type { Evidence } from '../../analysis/compute-metrics.ts';
import { findFailedRuns, laneOf } from '../../analysis/failed-runs.ts';
import { hasSucceeded, isFinished } from '../../analysis/finished-deployment.ts';
import type { Span } from '../../analysis/metric.ts';
import type { DeploymentFilter, ReadStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';

/** Of what metrics are asked for. */
export interface Scope {
  readonly service: string | undefined;
  readonly environments: readonly string[];
  readonly window: Span;
  readonly knownAt: number | undefined;
  /** Whether to look for recoveries, which can lie after the window. */
  readonly recoveries: boolean;
}

/** A rollback and the deployment that carries it out are told at most this far apart. */
const carryOutMs = 86_400_000;

/** Reads what the metrics of a scope are computed from: the deployments of its window, and what decides how they count. */
export async function gatherEvidence(store: ReadStore, scope: Scope): Promise<Evidence> {
  const { service, environments, window, knownAt } = scope;
  const deployments = await store.deployments({ service, environments, knownAt, ...window });
  if (deployments.length === 0) return { ...noEvidence, deployments };
  const sinceMs = deployments.reduce((earliest, row) => Math.min(earliest, row.createdMs), window.fromMs);
  const evidence = {
    ...noEvidence,
    deployments,
    parents: await parentsOf(store, deployments, knownAt),
    rollbacks: await store.rollbacks({ service, fromMs: sinceMs - carryOutMs, knownAt }),
  };
  if (!scope.recoveries) return evidence;
  // Neither is of the scope's service only: a change can break, and be remedied by, another one.
  const incidents = await store.incidents({ fromMs: sinceMs, knownAt });
  const remedies = await store.deployments({ environments, remediating: true, fromMs: window.fromMs, knownAt });
  return { ...evidence, incidents, remedies, laterSuccesses: await laterSuccesses(store, deployments, scope) };
}

const noEvidence: Evidence = {
  deployments: [],
  parents: [],
  rollbacks: [],
  incidents: [],
  remedies: [],
  laterSuccesses: [],
};

async function parentsOf(
  store: ReadStore,
  deployments: readonly DeploymentRow[],
  knownAt: number | undefined,
): Promise<DeploymentRow[]> {
  const here = new Set(deployments.map(({ id }) => id));
  const elsewhere = new Set(deployments.flatMap(({ parentId }) => (parentId && !here.has(parentId) ? parentId : [])));
  return elsewhere.size === 0 ? [] : store.deployments({ ids: [...elsewhere], knownAt });
}

/** The next success after the window, for each lane that is still failing at its end. */
async function laterSuccesses(
  store: ReadStore,
  deployments: readonly DeploymentRow[],
  { window, knownAt }: Scope,
): Promise<DeploymentRow[]> {
  const open = findFailedRuns(deployments.filter(isFinished), deployments).filter((run) => run.succeededMs === null);
  const lanes = new Map(open.map(({ deployment }) => [laneOf(deployment), deployment]));
  const successes: DeploymentRow[] = [];
  for (const { service, environment, region } of lanes.values()) {
    const filter = { service, environments: [environment], region, fromMs: window.toMs, knownAt };
    successes.push(...(await firstSuccess(store, filter)));
  }
  return successes;
}

async function firstSuccess(store: ReadStore, filter: DeploymentFilter): Promise<DeploymentRow[]> {
  let after: DeploymentRow | undefined;
  do {
    const rows = await store.deployments(filter, { oldestFirst: true, limit: 16, after });
    const success = rows.find((row) => isFinished(row) && hasSucceeded(row));
    if (success !== undefined) return [success];
    after = rows.at(-1);
  } while (after !== undefined);
  return [];
}
