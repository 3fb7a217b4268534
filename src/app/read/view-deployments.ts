import { instant } from '../../domain/instant.ts';
import { hex } from '../../ledger/hashing.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';
import type { DeploymentView } from '../views.ts';
import { type OpenedValues, openSealedOf } from './open-sealed.ts';

/** Shows a page of deployments, with three queries whatever its length: for the sealed values, the leaf hashes and the commits. */
export async function viewDeployments(
  store: LogReader & Pick<ReadStore, 'commitCounts'>,
  rows: readonly DeploymentRow[],
): Promise<DeploymentView[]> {
  if (rows.length === 0) return [];
  const [opened, hashes, commits] = await Promise.all([
    openSealedOf(store, rows),
    store.leafHashesOf(rows.map(({ index }) => index)),
    store.commitCounts(rows.map(({ id }) => id)),
  ]);
  return rows.map((row) => ({
    ...viewRow(row, opened),
    commitCount: commits.get(row.id) ?? 0,
    leafHash: hex(hashes.get(row.index) ?? new Uint8Array()),
  }));
}

function viewRow(row: DeploymentRow, opened: OpenedValues): Omit<DeploymentView, 'commitCount' | 'leafHash'> {
  const { startedMs, finishedMs, rolledBackMs, sealed } = row;
  const isTimed = startedMs !== null && finishedMs !== null && startedMs <= finishedMs;
  return {
    id: row.id,
    service: row.service,
    version: row.version,
    environment: row.environment,
    region: row.region || null,
    strategy: row.strategy,
    status: row.status,
    startedAt: instantOrNull(startedMs),
    finishedAt: instantOrNull(finishedMs),
    durationMs: isTimed ? finishedMs - startedMs : null,
    previousVersion: row.previousVersion,
    kind: row.kind,
    initiator: opened.text(sealed['initiator']),
    // An approval stays one when the person is erased: then the opaque reference stands for the name.
    approvedBy: row.approvedBy.map((actor, i) => opened.text(sealed[`approvedBy/${i}`]) ?? actor),
    changeId: row.changeId,
    parentId: row.parentId,
    planned: row.planned,
    remediates: row.remediates,
    cluster: row.cluster,
    replicas: row.replicas,
    artifact: row.artifact,
    commit: row.commit,
    progress: row.progress,
    window: row.window,
    downtimeExpected: row.downtimeExpected,
    message: opened.text(sealed['message']),
    metadata: opened.value(sealed['metadata']) as DeploymentView['metadata'],
    disputed: row.disputed,
    undone: row.undoneMs !== null,
    rolledBackAt: instantOrNull(rolledBackMs),
    rolledBackBy: row.rolledBackBy,
    recordedAt: instant(row.recordedMs),
    index: row.index,
  };
}

function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : instant(ms);
}
