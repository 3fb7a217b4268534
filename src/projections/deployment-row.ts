import type { DeploymentRow, DeploymentState, Standing } from './rows.ts';

/**
 * The row of a deployment as it stands in its lane, known from fact `knownFrom` on. Every field by its name: an object of this size that
 * is put together out of others grows field by field, and takes ten times the time and the memory.
 */
export function deploymentRow(state: DeploymentState, standing: Standing, knownFrom: number): DeploymentRow {
  return {
    id: state.id,
    service: state.service,
    environment: state.environment,
    region: state.region,
    version: state.version,
    strategy: state.strategy,
    kind: state.kind,
    cluster: state.cluster,
    replicas: state.replicas,
    changeId: state.changeId,
    artifact: state.artifact,
    commit: state.commit,
    parentId: state.parentId,
    claimedPrevious: state.claimedPrevious,
    planned: state.planned,
    remediates: state.remediates,
    progress: state.progress,
    window: state.window,
    downtimeExpected: state.downtimeExpected,
    outcome: state.outcome,
    disputed: state.disputed,
    createdMs: state.createdMs,
    startedMs: state.startedMs,
    finishedMs: state.finishedMs,
    lastHeardMs: state.lastHeardMs,
    atMs: state.atMs,
    initiator: state.initiator,
    approvedBy: state.approvedBy,
    sealed: state.sealed,
    index: state.index,
    recordedMs: state.recordedMs,
    status: standing.status,
    previousVersion: standing.previousVersion,
    rolledBackMs: standing.rolledBackMs,
    rolledBackBy: standing.rolledBackBy,
    undoneMs: standing.undoneMs,
    knownFrom,
    knownTo: null,
  };
}
