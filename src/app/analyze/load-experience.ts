import type { Change } from '../../analysis/change.ts';
import { isAttempt } from '../../analysis/finished-deployment.ts';
import { pairOf } from '../../analysis/patterns/earlier-changes.ts';
import { experienced } from '../../analysis/patterns/traits.ts';
import type { DeploymentFilter, ReadStore } from '../../projections/read-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';

/**
 * Counts what the initiators of changes had done in the same services before the window, however long ago, up to the number from which
 * more makes no difference. Targets of a deployment, which have a parent, are that deployment and not another one.
 */
export async function loadExperience(
  store: ReadStore,
  { environments, window, knownAt }: AnalysisScope,
  changes: readonly Change[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { initiator, service } of changes) {
    if (initiator === null) continue;
    const pair = pairOf({ initiator, service });
    if (counts.has(pair)) continue;
    const filter = { service, environments, initiators: [initiator], toMs: window.fromMs, knownAt };
    counts.set(pair, await countAttempts(store, filter));
  }
  return counts;
}

async function countAttempts(store: ReadStore, filter: DeploymentFilter): Promise<number> {
  let [count, after] = [0, undefined as { readonly atMs: number; readonly id: string } | undefined];
  do {
    const rows = await store.deployments(filter, { limit: experienced, after });
    count += rows.filter((row) => isAttempt(row) && row.parentId === null).length;
    after = rows.at(-1);
  } while (after !== undefined && count < experienced);
  return count;
}
