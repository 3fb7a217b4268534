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
    const filter = { service, environments: [environment], fromMs: window.toMs, knownAt };
    const row = await firstThat(store, filter, (found) => isFinished(found) && hasSucceeded(found));
    if (row === undefined) continue;
    const span = { fromMs: row.atMs, toMs: row.atMs + 1 };
    for await (const rows of store.metricRows({ ...filter, ...span, commits: false })) {
      next.push(...rows.filter(({ index }) => index === row.index));
    }
  }
  return next;
}
