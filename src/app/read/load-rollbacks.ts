import type { ReadStore, RollbackFilter } from '../../projections/read-store.ts';
import type { RollbackRow } from '../../projections/rows.ts';

/** A rollback and the deployment that carries it out are told at most this far apart. */
const carryOutMs = 86_400_000;

/** Reads the rollbacks that deployments of some span of time can have carried out. */
export function loadRollbacks(
  store: ReadStore,
  { fromMs, toMs, ...filter }: RollbackFilter & { readonly fromMs: number },
): Promise<RollbackRow[]> {
  const around = { fromMs: fromMs - carryOutMs, toMs: toMs === undefined ? undefined : toMs + carryOutMs };
  return store.rollbacks({ ...filter, ...around });
}
