import type { ReadStore } from '../../projections/read-store.ts';
import type { AnalysisScope } from './analysis-scope.ts';

/**
 * From when on the record of each service goes in a window: from its start, or from the first deployment that the ledger knows of when
 * that is later. A week before it is a week without a record, which is not a week without a deployment. In epoch milliseconds.
 */
export async function loadBeginnings(
  store: ReadStore,
  { environments, window, knownAt }: AnalysisScope,
  services: Iterable<string>,
): Promise<Map<string, number>> {
  const beginnings = new Map<string, number>();
  for (const service of services) {
    const filter = { service, environments, toMs: window.toMs, knownAt };
    const [first] = await store.deployments(filter, { oldestFirst: true, limit: 1 });
    beginnings.set(service, Math.max(window.fromMs, first?.atMs ?? window.fromMs));
  }
  return beginnings;
}
