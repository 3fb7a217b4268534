import type { LedgerStore } from '../../projections/read-store.ts';
import type { DeploymentRow, IncidentRow, RollbackRow, Versioned } from '../../projections/rows.ts';
import { listEnvironments } from '../read/list-environments.ts';
import { showRunning } from '../read/show-running.ts';
import { viewDeployments } from '../read/view-deployments.ts';
import { viewIncidents } from '../read/view-incidents.ts';
import { viewRollbacks } from '../read/view-rollbacks.ts';
import type { RunningView } from '../views.ts';
import type { ChangedView } from './changes-view.ts';
import type { PlaceOf, Touched } from './touched.ts';

/** Numbers of facts between which something changed. */
export interface Between {
  readonly from: number;
  readonly to: number;
}

/** What facts `from` ≤ index < `to` made look otherwise, as known at `to`. */
export async function readChanged(
  store: LedgerStore,
  touched: Touched,
  between: Between,
  nowMs: number,
): Promise<ChangedView[]> {
  const knownAt = between.to;
  const incidents = await incidentsIn(store, touched, knownAt);
  const places = await placesOf(store, touched, between, incidents);
  return [
    ...(await registrations(store, between)),
    ...(await deploymentsIn(store, places, between)),
    ...(await rollbacksIn(store, touched, knownAt)),
    ...(await viewIncidents(store, incidents, knownAt)).map(
      (incident): ChangedView => ({ type: 'incident', id: incident.id, incident }),
    ),
    ...(await runningIn(store, places, knownAt, nowMs)),
    ...(touched.erased.size === 0 ? [] : [erasure([...touched.erased])]),
  ];
}

/** Where deployments, rollbacks or incidents are that facts speak of, and where deployments were before they were corrected. */
async function placesOf(
  store: LedgerStore,
  { deployments, places }: Touched,
  { from, to }: Between,
  incidents: readonly IncidentRow[],
): Promise<PlaceOf[]> {
  const ids = [...deployments];
  const rows: DeploymentRow[] = [];
  for (const knownAt of ids.length === 0 ? [] : [from, to]) rows.push(...(await store.deployments({ ids, knownAt })));
  const all = [...places, ...rows, ...incidents];
  return [...new Map(all.map((place) => [idOf(place), place])).values()];
}

async function incidentsIn(store: LedgerStore, { incidents }: Touched, knownAt: number): Promise<IncidentRow[]> {
  const rows = await Promise.all([...incidents].map((id) => store.incidents({ id, knownAt })));
  return rows.flat();
}

async function rollbacksIn(store: LedgerStore, { rollbacks }: Touched, knownAt: number): Promise<ChangedView[]> {
  const rows: RollbackRow[] = rollbacks.size === 0 ? [] : await store.rollbacks({ ids: [...rollbacks], knownAt });
  return (await viewRollbacks(store, rows)).map((rollback) => ({ type: 'rollback', id: rollback.id, rollback }));
}

/** A rollback, or a report that comes late, changes others of its lane too. */
async function deploymentsIn(
  store: LedgerStore,
  places: readonly PlaceOf[],
  { from, to }: Between,
): Promise<ChangedView[]> {
  const rows: DeploymentRow[] = [];
  for (const { service, environment } of places) {
    rows.push(...(await store.deployments({ service, environments: [environment], knownAt: to, changedSince: from })));
  }
  return (await viewDeployments(store, rows)).map((view) => ({ type: 'deployment', id: view.id, deployment: view }));
}

async function runningIn(
  store: LedgerStore,
  places: readonly PlaceOf[],
  knownAt: number,
  nowMs: number,
): Promise<ChangedView[]> {
  const views: ChangedView[] = [];
  for (const { service, environment } of places) {
    const query = { service, environment, knownAt: { index: knownAt - 1 } };
    const running: readonly RunningView[] = await showRunning(store, query, nowMs);
    views.push({ type: 'running', id: idOf({ service, environment }), running });
  }
  return views;
}

async function registrations(store: LedgerStore, { from, to }: Between): Promise<ChangedView[]> {
  const isNew = ({ knownFrom }: Versioned) => knownFrom >= from;
  const services = (await store.services({ knownAt: to })).filter(isNew);
  const names = new Set((await store.environments({ knownAt: to })).filter(isNew).map(({ name }) => name));
  const environments = names.size === 0 ? [] : await listEnvironments(store, { knownAt: to });
  return [
    ...services.map(
      ({ knownFrom, knownTo, ...service }): ChangedView => ({ type: 'service', id: service.name, service }),
    ),
    ...environments
      .filter(({ name }) => names.has(name))
      .map((environment): ChangedView => ({ type: 'environment', id: environment.name, environment })),
  ];
}

function erasure(indexes: readonly number[]): ChangedView {
  return { type: 'erasure', id: 'actors', indexes };
}

/** Names hold no control characters, so none can be taken for another place. */
function idOf({ service, environment }: PlaceOf): string {
  return JSON.stringify([service, environment]);
}
