import { doraAttribution } from '../../analysis/attribution/attribution-rule.ts';
import { isDeployed, isFinished } from '../../analysis/finished-deployment.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';
import { type AttributedIncident, attributeIncidents } from './attribute-incidents.ts';

/**
 * Finds the incidents that are attributed to a deployment, the one opened last first. Only one that opened in its environment within
 * the rule's span after its finish can have been derived, so the search ends there.
 */
export async function incidentsOf(
  store: LedgerStore,
  row: DeploymentRow,
  knownAt: number | undefined,
): Promise<AttributedIncident[]> {
  const named = await store.incidents({ causedBy: row.id, knownAt });
  const after = await incidentsAfter(store, row, knownAt);
  const derivable = after.filter(({ causedBy }) => causedBy === null);
  const attributed = await attributeIncidents(store, [...named, ...derivable], knownAt);
  return attributed
    .filter(({ attribution }) => attribution.deployment === row.id)
    .sort((a, b) => b.openedMs - a.openedMs);
}

async function incidentsAfter(store: LedgerStore, row: DeploymentRow, knownAt: number | undefined) {
  if (!isFinished(row) || !isDeployed(row)) return [];
  const { environment, finishedMs } = row;
  const { spanMs } = doraAttribution;
  const toMs = spanMs === null ? undefined : finishedMs + spanMs + 1;
  return store.incidents({ environment, fromMs: finishedMs, toMs, knownAt });
}
