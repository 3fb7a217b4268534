import { type Change, describeChanges } from '../../analysis/change.ts';
import { findFailedChanges } from '../../analysis/failed-changes.ts';
import { selectDeployments } from '../../analysis/select-deployments.ts';
import type { Span } from '../../analysis/span.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { loadAttributed } from './load-attributed.ts';
import { loadParents } from './load-parents.ts';
import { loadRollbacks } from './load-rollbacks.ts';

/** Of what changes are asked for. */
export interface ChangeScope {
  readonly service: string | undefined;
  readonly environments: readonly string[];
  readonly window: Span;
  readonly knownAt: number | undefined;
}

/** Loads the changes of a scope, oldest first: deployments that ended in its window and count, with what became of them. */
export async function loadChanges(store: LedgerStore, scope: ChangeScope): Promise<Change[]> {
  const { service, environments, window, knownAt } = scope;
  const deployments = await store.deployments({ service, environments, knownAt, ...window });
  if (deployments.length === 0) return [];
  const fromMs = deployments.reduce((earliest, row) => Math.min(earliest, row.createdMs), window.fromMs);
  const rollbacks = await loadRollbacks(store, { service, fromMs, knownAt });
  const { counted } = selectDeployments(deployments, await loadParents(store, deployments, knownAt), rollbacks);
  // Neither is of the scope's service only: a change can break, and be remedied by, another one.
  const incidents = await loadAttributed(store, { ...scope, fromMs });
  const remedies = await store.deployments({ environments, remediating: true, fromMs: window.fromMs, knownAt });
  const commits = await store.commitCounts(
    counted.map(({ id }) => id),
    { knownAt },
  );
  const failed = findFailedChanges(counted, incidents, remedies);
  return describeChanges(counted, failed, commits).sort((a, b) => a.finishedMs - b.finishedMs);
}
