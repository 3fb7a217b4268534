import { type FinishedDeployment, isDeployed } from '../../analysis/finished-deployment.ts';
import { groupByKey } from '../../analysis/group-by-key.ts';
import { selectDeployments } from '../../analysis/select-deployments.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import { loadParents } from './load-parents.ts';
import { loadRollbacks } from './load-rollbacks.ts';

/** Deployments that finished in one place: `from` ≤ finish < `to`. */
export interface Search {
  readonly service: string;
  readonly environment: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Reads the deployments that can have caused something: those that reached their environment and are no targets and no rollbacks. */
export async function loadCandidates(
  store: ReadStore,
  searches: readonly Search[],
  knownAt: number | undefined,
): Promise<FinishedDeployment[]> {
  const found: FinishedDeployment[] = [];
  for (const { service, environment, fromMs, toMs } of merged(searches)) {
    const rows = await store.deployments({ service, environments: [environment], fromMs, toMs, knownAt });
    const deployed = rows.filter(isDeployed);
    if (deployed.length === 0) continue;
    const rollbacks = await loadRollbacks(store, { service, environment, fromMs, toMs, knownAt });
    found.push(...selectDeployments(deployed, await loadParents(store, deployed, knownAt), rollbacks).counted);
  }
  return found;
}

/** The same searches, those of one place that meet in time made one, so that no deployment is read twice. */
function merged(searches: readonly Search[]): Search[] {
  const places = groupByKey(searches, ({ service, environment }) => `${service}\u0000${environment}`);
  return [...places.values()].flatMap((here) => {
    const spans: Search[] = [];
    for (const next of here.toSorted((a, b) => a.fromMs - b.fromMs)) {
      const last = spans.at(-1);
      if (last === undefined || next.fromMs > last.toMs) spans.push(next);
      else spans[spans.length - 1] = { ...last, toMs: Math.max(last.toMs, next.toMs) };
    }
    return spans;
  });
}
