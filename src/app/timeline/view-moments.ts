import { instant } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { viewDeployments } from '../read/view-deployments.ts';
import { viewIncidents } from '../read/view-incidents.ts';
import { viewRollbacks } from '../read/view-rollbacks.ts';
import type { Moment } from './read-moments.ts';
import type { TimelineEntry } from './timeline-view.ts';

/** Shows moments in their order, with as many queries as three lists take, whatever their number. */
export async function viewMoments(
  store: LedgerStore,
  moments: readonly Moment[],
  knownAt: number | undefined,
): Promise<TimelineEntry[]> {
  const deployments = await viewDeployments(
    store,
    moments.flatMap((one) => (one.kind === 'deployment' ? one.row : [])),
  );
  const rollbacks = await viewRollbacks(
    store,
    moments.flatMap((one) => (one.kind === 'rollback' ? one.row : [])),
  );
  const incidents = await viewIncidents(
    store,
    moments.flatMap((one) => (one.kind === 'incident' ? one.row : [])),
    knownAt,
  );
  const shown = new Map<string, TimelineEntry>();
  const show = (entry: TimelineEntry) => shown.set(`${entry.type}:${entry.id}`, entry);
  for (const view of deployments) show({ type: 'deployment', at: '', id: view.id, deployment: view });
  for (const view of rollbacks) show({ type: 'rollback', at: '', id: view.id, rollback: view });
  for (const view of incidents) show({ type: 'incident', at: '', id: view.id, incident: view });
  return moments.flatMap(({ kind, atMs, row }) => {
    const entry = shown.get(`${kind}:${row.id}`);
    return entry === undefined ? [] : { ...entry, at: instant(atMs) };
  });
}
