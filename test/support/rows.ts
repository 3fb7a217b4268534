import type { DeploymentRow, IncidentRow, RollbackRow } from '../../src/projections/rows.ts';

const versioned = { knownFrom: 0, knownTo: null, index: 0, recordedMs: 0 } as const;

/** A row of a deployment that succeeded within a minute, except for what the test is about. */
export function deploymentRow(fields: Partial<DeploymentRow> = {}): DeploymentRow {
  const finishedMs = fields.finishedMs === undefined ? 60_000 : fields.finishedMs;
  const startedMs = fields.startedMs === undefined ? (finishedMs ?? 60_000) - 60_000 : fields.startedMs;
  const createdMs = startedMs ?? finishedMs ?? 0;
  const status = fields.status ?? 'success';
  return {
    id: 'deploy-1',
    service: 'api',
    environment: 'production',
    region: '',
    version: '1.0.0',
    strategy: 'rolling',
    kind: 'application',
    cluster: null,
    replicas: null,
    changeId: null,
    artifact: null,
    commit: null,
    parentId: null,
    claimedPrevious: null,
    planned: null,
    remediates: [],
    progress: {},
    window: null,
    downtimeExpected: null,
    outcome: status === 'rolled-back' ? 'success' : status,
    disputed: false,
    createdMs,
    startedMs,
    finishedMs,
    lastHeardMs: finishedMs ?? createdMs,
    atMs: finishedMs ?? createdMs,
    initiator: null,
    approvedBy: [],
    sealed: {},
    status,
    previousVersion: null,
    rolledBackMs: null,
    rolledBackBy: null,
    undoneMs: null,
    ...versioned,
    ...fields,
  };
}

/** A row of an incident in the service of `deploymentRow`, still open. */
export function incidentRow(fields: Partial<IncidentRow> = {}): IncidentRow {
  return {
    id: 'INC-1',
    service: 'api',
    environment: 'production',
    severity: 'high',
    openedMs: 0,
    resolvedMs: null,
    causedBy: null,
    sealed: {},
    ...versioned,
    ...fields,
  };
}

/** A row of a rollback in the lane of `deploymentRow`. */
export function rollbackRow(fields: Partial<RollbackRow> = {}): RollbackRow {
  return {
    id: 'rollback-1',
    service: 'api',
    environment: 'production',
    region: '',
    fromVersion: '1.0.0',
    toVersion: '0.9.0',
    atMs: 0,
    trigger: 'manual',
    reasonCode: null,
    deployment: null,
    carriedOutBy: null,
    initiator: null,
    sealed: {},
    ...versioned,
    ...fields,
  };
}
