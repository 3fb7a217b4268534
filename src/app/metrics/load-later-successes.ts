import { hasSucceeded, isFinished } from '../../analysis/finished-deployment.ts';
import type { Columns } from '../../analysis/metrics/columns/columns.ts';
import { nextSuccesses } from '../../analysis/metrics/dora/failed-runs.ts';
import type { DeploymentFilter, ReadStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';
import type { MetricScope } from './load-metric-evidence.ts';

/** When each lane succeeded next after the window that is still failing at its end, by service, environment and region. */
export async function loadLaterSuccesses(
  store: ReadStore,
  { window, knownAt }: MetricScope,
  columns: Columns,
): Promise<Map<string, number>> {
  const open = [...nextSuccesses({ columns, laterSuccessMs: new Map() })].filter(([, ms]) => ms === null);
  const later = new Map<string, number>();
  for (const lane of columns.lanes) {
    const failing = open.filter(([place]) => place >= lane.from && place < lane.to);
    const regions = new Set(failing.map(([place]) => columns.regions[columns.region[place] ?? 0] ?? ''));
    for (const region of regions) {
      const { service, environment } = lane;
      const filter = { service, environments: [environment], region, fromMs: window.toMs, knownAt };
      const success = await firstThat(store, filter, (row) => isFinished(row) && hasSucceeded(row));
      if (success !== undefined) later.set(`${service}\u0000${environment}\u0000${region}`, success.atMs);
    }
  }
  return later;
}

/** The first deployment in order of time that meets a condition. */
export async function firstThat(
  store: ReadStore,
  filter: DeploymentFilter,
  meets: (row: DeploymentRow) => boolean,
): Promise<DeploymentRow | undefined> {
  let after: DeploymentRow | undefined;
  do {
    const rows = await store.deployments(filter, { oldestFirst: true, limit: 16, after });
    const found = rows.find(meets);
    if (found !== undefined) return found;
    after = rows.at(-1);
  } while (after !== undefined);
  return undefined;
}
