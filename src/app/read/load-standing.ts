import { groupByKey } from '../../analysis/group-by-key.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import type { ChangeScope } from './load-changes.ts';

/** How services stand at the end of a window. */
export interface ServiceStandings {
  readonly openIncidents: ReadonlyMap<string, readonly IncidentRow[]>;
  /** Epoch milliseconds; services that do not run are absent. */
  readonly lastDeployedMs: ReadonlyMap<string, number>;
}

/** Reads the incidents that are open at the end of a scope's window, and since when what runs then does so. */
export async function loadStanding(
  store: ReadStore,
  scope: Omit<ChangeScope, 'recoveries'>,
): Promise<ServiceStandings> {
  const { service, environments, window, knownAt } = scope;
  const isInScope = ({ environment }: { readonly environment: string }) => environments.includes(environment);
  const incidents = await store.incidents({ service, openAtMs: window.toMs, knownAt });
  const running = await store.running({ service, asOfMs: window.toMs, knownAt });
  const runningOf = groupByKey(running.filter(isInScope), (row) => row.service);
  return {
    openIncidents: groupByKey(incidents.filter(isInScope), (row) => row.service),
    lastDeployedMs: new Map(
      [...runningOf].map(([name, rows]) => [name, rows.reduce((last, { sinceMs }) => Math.max(last, sinceMs), 0)]),
    ),
  };
}
