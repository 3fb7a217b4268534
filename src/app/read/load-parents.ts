import type { ReadStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';

/** Reads the parents that deployments name, as far as they are not among them. */
export async function loadParents(
  store: ReadStore,
  deployments: readonly DeploymentRow[],
  knownAt: number | undefined,
): Promise<DeploymentRow[]> {
  const here = new Set(deployments.map(({ id }) => id));
  const elsewhere = new Set(deployments.flatMap(({ parentId }) => (parentId && !here.has(parentId) ? parentId : [])));
  return elsewhere.size === 0 ? [] : store.deployments({ ids: [...elsewhere], knownAt });
}
