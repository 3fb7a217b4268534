import { hasSucceeded, isFinished } from '../../analysis/finished-deployment.ts';
import type { Columns } from '../../analysis/metrics/columns/columns.ts';
import type { MetricRow } from '../../projections/metric-rows.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import { firstThat } from './load-later-successes.ts';
import type { MetricScope } from './load-metric-evidence.ts';

/**
 * Of each lane, the first successful deployment after the window: an incident that opened after that one does not belong to the last
 * deployment of the window, for a profile that goes back to the latest however long ago.
 */
export async function loadNextDeployments(
  store: ReadStore,
  { window, knownAt }: MetricScope,
  { lanes }: Columns,
): Promise<MetricRow[]> {
  const next: MetricRow[] = [];
  for (const { service, environment } of lanes) {
    const filter = { service, environments: [environment], knownAt };
    next.push(...(await loadNext(store, filter, window.toMs)));
  }
  return next;
}

type Lane = Pick<Parameters<ReadStore['metricRows']>[0], 'service' | 'environments' | 'knownAt'>;

/** What counts of the first moment at which something does: a target, which counts with its parent, is passed over. */
async function loadNext(store: ReadStore, lane: Lane, fromMs: number): Promise<MetricRow[]> {
  const row = await firstThat(store, { ...lane, fromMs }, (found) => isFinished(found) && hasSucceeded(found));
  if (row === undefined) return [];
  const moment = { fromMs: row.atMs, toMs: row.atMs + 1 };
  const counting: MetricRow[] = [];
  for await (const rows of store.metricRows({ ...lane, ...moment, commits: false }))
    counting.push(
      ...rows.filter((found) => found.finishedMs !== null && hasSucceeded(found) && found.reckoning !== 'target'),
    );
  return counting.length > 0 ? counting : loadNext(store, lane, moment.toMs);
}
