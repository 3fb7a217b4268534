import type { ReportedStatus, Status } from '../../../domain/vocabulary.ts';
import type { MetricFilter, MetricRow } from '../../../projections/metric-rows.ts';
import type { DeploymentRow } from '../../../projections/rows.ts';
import type { Connection, SqlRow } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { Conditions } from './conditions.ts';

const rowsOnPage = 4000;
const reckonings = ['own', 'target', 'carried-out-rollback'] as const;

type Row = [
  id: string,
  index: number,
  service: string,
  environment: string,
  region: string,
  strategy: string,
  status: Status,
  outcome: ReportedStatus,
  planned: number | null,
  remediates: number,
  hasPrevious: number,
  reckoning: number,
  atMs: number,
  startedMs: number | null,
  finishedMs: number | null,
  rolledBackMs: number | null,
];

/** Where the next page begins. */
export interface Place {
  readonly atMs: number;
  readonly id: string;
}

export interface MetricPage {
  readonly rows: readonly MetricRow[];
  /** Undefined when this was the last page. */
  readonly last: Place | undefined;
}

/** A page of one environment. */
export function readMetricPage(
  connection: Connection,
  filter: MetricFilter,
  environment: string,
  after: Place | undefined,
): MetricPage {
  const { service, fromMs, toMs, knownAt } = filter;
  const where = new Conditions<DeploymentRow>()
    .known(knownAt)
    .equal('environment', environment)
    .equal('service', service)
    .within('atMs', fromMs, toMs);
  if (after !== undefined) where.add('(at_ms, id) > (?, ?)', [after.atMs, after.id]);
  const known = knownIn(knownAt);
  const sql = `SELECT id, "index", service, environment, region, strategy, status, outcome, planned, remediates <> '[]',
      previous_version IS NOT NULL, ${reckoningOf(known.sql)}, at_ms, started_ms, finished_ms, rolled_back_ms
    FROM deployments AS deployment WHERE ledger = ?${where.sql} ORDER BY at_ms, id LIMIT ?`;
  const values = [ledger, ...known.values, ledger, ...known.values, ledger, ...where.values, rowsOnPage];
  return connection.atOneMoment(() => {
    const rows = connection.all<Row>(sql, values);
    const commits = filter.commits ? readFirstShipped(connection, rows, knownAt) : undefined;
    const last = rows.length < rowsOnPage ? undefined : rows.at(-1);
    return {
      rows: rows.map((row) => metricRow(row, commits?.get(row[0]) ?? [])),
      last: last && { id: last[0], atMs: last[12] },
    };
  });
}

/** The condition that a row of `AS x` is known, for `x.` in front of its columns. */
function knownIn(knownAt: number | undefined): { sql: (alias: string) => string; values: SqlRow } {
  if (knownAt === undefined) return { sql: (alias) => ` AND ${alias}.known_to IS NULL`, values: [] };
  return {
    sql: (alias) => ` AND ${alias}.known_from < ? AND (${alias}.known_to IS NULL OR ${alias}.known_to >= ?)`,
    values: [knownAt, knownAt],
  };
}

function reckoningOf(known: (alias: string) => string): string {
  return `CASE
    WHEN ${isTarget('deployment', known)} THEN 1
    WHEN EXISTS (
      SELECT 1 FROM rollbacks AS rollback WHERE rollback.ledger = ? AND rollback.carried_out_by = deployment.id${known('rollback')}
    ) THEN 2
    ELSE 0
  END`;
}

/** The condition that a deployment is a target: that its parent is of the same service and environment. */
function isTarget(deployment: string, known: (alias: string) => string): string {
  return `(${deployment}.parent_id IS NOT NULL AND EXISTS (
      SELECT 1 FROM deployments AS parent WHERE parent.ledger = ? AND parent.id = ${deployment}.parent_id
        AND parent.service = ${deployment}.service AND parent.environment = ${deployment}.environment${known('parent')}
    ))`;
}

/**
 * When the commits were made that no earlier deployment had brought to the same service and environment, by deployment. Targets bring
 * what their parent does, and take nothing from it.
 */
function readFirstShipped(
  connection: Connection,
  rows: readonly Row[],
  knownAt: number | undefined,
): Map<string, number[]> {
  const known = knownIn(knownAt);
  const sql = `SELECT DISTINCT own.deployment, own."commit", own.committed_ms
    FROM json_each(?) AS wanted
    CROSS JOIN commits AS own ON own.ledger = ? AND own.deployment = wanted.value${known.sql('own')}
    CROSS JOIN deployments AS deployment
      ON deployment.ledger = ? AND deployment.id = own.deployment${known.sql('deployment')}
    WHERE NOT EXISTS (
      SELECT 1 FROM commits AS other
      CROSS JOIN deployments AS earlier ON earlier.ledger = ? AND earlier.id = other.deployment${known.sql('earlier')}
      WHERE other.ledger = ? AND other."commit" = own."commit"${known.sql('other')} AND other.deployment <> own.deployment
        AND earlier.service = deployment.service AND earlier.environment = deployment.environment
        AND earlier.status IN ('success', 'partial', 'rolled-back')
        AND (earlier.at_ms, earlier.id) < (deployment.at_ms, deployment.id)
        AND NOT ${isTarget('earlier', known.sql)}
    )`;
  const { values } = known;
  const ids = JSON.stringify(rows.map(([id]) => id));
  const found = connection.all<[string, string, number]>(sql, [
    ids,
    ...[ledger, ...values],
    ...[ledger, ...values],
    ...[ledger, ...values],
    ...[ledger, ...values],
    ...[ledger, ...values],
  ]);
  const byDeployment = new Map<string, number[]>();
  for (const [deployment, , committedMs] of found) {
    const times = byDeployment.get(deployment);
    if (times === undefined) byDeployment.set(deployment, [committedMs]);
    else times.push(committedMs);
  }
  return byDeployment;
}

function metricRow(row: Row, committedMs: readonly number[]): MetricRow {
  const [, index, service, environment, region, strategy, status, outcome, planned] = row;
  const [remediates, hasPrevious, reckoning, atMs, startedMs, finishedMs, rolledBackMs] = row.slice(9) as [
    number,
    number,
    number,
    number,
    number | null,
    number | null,
    number | null,
  ];
  return {
    index,
    service,
    environment,
    region,
    strategy,
    status,
    outcome,
    planned: planned === null ? null : planned === 1,
    remediates: remediates === 1,
    hasPrevious: hasPrevious === 1,
    reckoning: reckonings[reckoning] ?? 'own',
    atMs,
    startedMs,
    finishedMs,
    rolledBackMs,
    committedMs,
  };
}
