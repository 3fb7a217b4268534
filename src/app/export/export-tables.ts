import { hex } from '../../ledger/hashing.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { ExportOptions } from '../ledger.ts';
import { treeHead } from '../log/signing.ts';
import { listEnvironments } from '../read/list-environments.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import { requireWindow } from '../read/require-window.ts';
import { exportDeployments, exportRollbacks } from './export-rows.ts';
import type { ExportedTable } from './exported-table.ts';
import { deploymentFields, factFields, incidentFields, ledgerFields, rollbackFields } from './table-fields.ts';
import { tableOf } from './table-of.ts';
import { commitRows, type FactScope, factRows, incidentRows, runningRows } from './table-rows.ts';

/**
 * The ledger as tables for questions in SQL, all of one moment: what is recorded, what follows from it, and the facts themselves.
 * Services and environments are there whatever is chosen by time.
 * @throws LedgerError `invalid` for an environment that nobody registered or a window without time.
 */
export async function exportTables(store: LedgerStore, options: ExportOptions): Promise<readonly ExportedTable[]> {
  requireWindow(options);
  const environment = await requireEnvironment(store, options.environment);
  const head = await store.head();
  const scope: FactScope = { ...options, environment, knownAt: head.size };
  return [
    tableOf({ name: 'ledger', fields: ledgerFields, rows: once(await describeLedger(store, options, treeHead(head))) }),
    ...recordedTables(store, scope),
    ...knownTables(store, scope),
    tableOf({
      name: 'facts',
      fields: factFields,
      key: ['log_index'],
      indexes: [['subject'], ['type'], ['occurred_ms'], ['recorded_ms']],
      rows: factRows(store, scope),
    }),
  ];
}

function recordedTables(store: LedgerStore, scope: FactScope): ExportedTable[] {
  return [
    tableOf({
      name: 'deployments',
      fields: deploymentFields,
      key: ['id'],
      indexes: [['service', 'environment', 'finished_ms'], ['finished_ms'], ['status']],
      rows: exportDeployments(store, scope),
    }),
    tableOf({
      name: 'commits',
      fields: { deployment: 'text', sha: 'text', committedAt: 'time' },
      indexes: [['deployment'], ['sha']],
      rows: commitRows(store, scope),
    }),
    tableOf({
      name: 'rollbacks',
      fields: rollbackFields,
      key: ['id'],
      indexes: [['service', 'environment', 'at_ms']],
      rows: exportRollbacks(store, scope),
    }),
    tableOf({
      name: 'incidents',
      fields: incidentFields,
      key: ['id'],
      indexes: [['service', 'environment', 'opened_ms'], ['attributed_to']],
      rows: incidentRows(store, scope),
    }),
    tableOf({
      name: 'running',
      fields: {
        service: 'text',
        environment: 'text',
        region: 'text',
        version: 'text',
        since: 'time',
        until: 'time',
        deployment: 'text',
      },
      indexes: [['service', 'environment', 'since_ms'], ['deployment']],
      rows: runningRows(store, scope),
    }),
  ];
}

function knownTables(store: LedgerStore, { service, environment, knownAt }: FactScope): ExportedTable[] {
  return [
    tableOf({
      name: 'services',
      fields: {
        name: 'text',
        serviceType: 'text',
        dependsOn: 'json',
        owners: 'json',
        repository: 'text',
        healthCheck: 'text',
        tier: 'text',
        registered: 'boolean',
      },
      key: ['name'],
      rows: named(store.services({ knownAt }), service?.normalize('NFC')),
    }),
    tableOf({
      name: 'environments',
      fields: { name: 'text', tier: 'text', order: 'integer', limitMs: 'integer', registered: 'boolean' },
      key: ['name'],
      rows: named(listEnvironments(store, { knownAt }), environment),
    }),
  ];
}

async function describeLedger(
  store: LedgerStore,
  { service, environment, fromMs, toMs }: ExportOptions,
  { size, root }: ReturnType<typeof treeHead>,
) {
  const [identity, latest] = [await store.identity(), await store.latestCheckpoint()];
  const chosen = Object.entries({ service, environment, fromMs, toMs }).filter(([, value]) => value !== undefined);
  return {
    name: identity?.origin ?? null,
    verifierKey: identity?.verifierKey ?? null,
    size,
    root: hex(root),
    checkpoint: latest?.note ?? null,
    checkpointSize: latest?.size ?? null,
    chosen: chosen.length === 0 ? null : Object.fromEntries(chosen),
  };
}

async function* named<Row extends { readonly name: string }>(
  rows: Promise<readonly Row[]>,
  name: string | undefined,
): AsyncGenerator<Row> {
  yield* (await rows).filter((row) => name === undefined || row.name === name);
}

async function* once<Row>(row: Row): AsyncGenerator<Row> {
  yield row;
}
