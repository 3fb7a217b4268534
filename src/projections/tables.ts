import type { TableName, Tables } from './rows.ts';

/** How a store keeps a field: numbers are whole, `json` is canonical text, `?` allows null. */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?' | 'boolean' | 'boolean?' | 'json';

export interface TableSpec<Row> {
  readonly columns: Readonly<Record<keyof Row & string, ColumnType>>;
  /** What identifies the thing; with knownFrom it identifies the row. */
  readonly key: readonly (keyof Row & string)[];
  /** Further orders in which rows are looked for. */
  readonly indexes: readonly (readonly (keyof Row & string)[])[];
  /** Orders in which only rows that still hold are looked for: for a field that says something else in most obsolete rows. */
  readonly currentIndexes?: readonly (readonly (keyof Row & string)[])[];
}

const versioned = { knownFrom: 'integer', knownTo: 'integer?' } as const;

/**
 * The read models, as every store keeps them. They hold nothing that the log does not: a store whose tables were made by another
 * `projectionVersion` drops them and folds the log again.
 */
export const projectionVersion = 3;

export const tables: { readonly [Name in TableName]: TableSpec<Tables[Name]> } = {
  deployments: {
    columns: {
      id: 'text',
      service: 'text',
      environment: 'text',
      region: 'text',
      version: 'text',
      strategy: 'text',
      kind: 'text',
      cluster: 'text?',
      replicas: 'integer?',
      changeId: 'text?',
      artifact: 'text?',
      commit: 'text?',
      parentId: 'text?',
      claimedPrevious: 'text?',
      planned: 'boolean?',
      remediates: 'json',
      progress: 'json',
      window: 'text?',
      downtimeExpected: 'boolean?',
      outcome: 'text',
      disputed: 'boolean',
      createdMs: 'integer',
      startedMs: 'integer?',
      finishedMs: 'integer?',
      lastHeardMs: 'integer',
      atMs: 'integer',
      initiator: 'text?',
      approvedBy: 'json',
      sealed: 'json',
      index: 'integer',
      recordedMs: 'integer',
      status: 'text',
      previousVersion: 'text?',
      rolledBackMs: 'integer?',
      rolledBackBy: 'text?',
      undoneMs: 'integer?',
      ...versioned,
    },
    key: ['id'],
    indexes: [['atMs', 'id'], ['service', 'environment', 'atMs', 'id'], ['environment', 'atMs', 'id'], ['parentId']],
    currentIndexes: [['status', 'atMs', 'id']],
  },
  commits: {
    columns: { deployment: 'text', commit: 'text', committedMs: 'integer', ...versioned },
    key: ['deployment', 'commit'],
    indexes: [['commit']],
  },
  running: {
    columns: {
      service: 'text',
      environment: 'text',
      region: 'text',
      sinceMs: 'integer',
      version: 'text?',
      deployment: 'text?',
      ...versioned,
    },
    key: ['service', 'environment', 'region', 'sinceMs'],
    indexes: [],
  },
  rollbacks: {
    columns: {
      id: 'text',
      service: 'text',
      environment: 'text',
      region: 'text',
      fromVersion: 'text',
      toVersion: 'text',
      atMs: 'integer',
      trigger: 'text',
      reasonCode: 'text?',
      deployment: 'text?',
      carriedOutBy: 'text?',
      initiator: 'text?',
      sealed: 'json',
      index: 'integer',
      recordedMs: 'integer',
      ...versioned,
    },
    key: ['id'],
    indexes: [['atMs', 'id'], ['service', 'environment', 'atMs', 'id'], ['carriedOutBy']],
  },
  removals: {
    columns: { service: 'text', environment: 'text', region: 'text', atMs: 'integer', index: 'integer', ...versioned },
    key: ['service', 'environment', 'region', 'atMs'],
    indexes: [],
  },
  incidents: {
    columns: {
      id: 'text',
      service: 'text',
      environment: 'text',
      severity: 'text',
      openedMs: 'integer',
      resolvedMs: 'integer?',
      causedBy: 'text?',
      sealed: 'json',
      index: 'integer',
      recordedMs: 'integer',
      ...versioned,
    },
    key: ['id'],
    indexes: [['openedMs', 'id'], ['service', 'environment', 'openedMs', 'id'], ['causedBy']],
  },
  services: {
    columns: {
      name: 'text',
      serviceType: 'text?',
      dependsOn: 'json',
      owners: 'json',
      repository: 'text?',
      healthCheck: 'text?',
      tier: 'text?',
      registered: 'boolean',
      ...versioned,
    },
    key: ['name'],
    indexes: [],
  },
  environments: {
    columns: { name: 'text', tier: 'text', order: 'integer', limitMs: 'integer', ...versioned },
    key: ['name'],
    indexes: [],
  },
};

export const tableNames: readonly TableName[] = [
  'deployments',
  'commits',
  'running',
  'rollbacks',
  'removals',
  'incidents',
  'services',
  'environments',
];
