import { findFailedChanges } from '../../../src/analysis/failed-changes.ts';
import { isFinished } from '../../../src/analysis/finished-deployment.ts';
import type { MetricEvidence } from '../../../src/analysis/metrics/build-frame.ts';
import { ColumnsBuilder } from '../../../src/analysis/metrics/columns/columns-builder.ts';
import {
  computeMetrics,
  type MetricsAnswer,
  type MetricsRequest,
} from '../../../src/analysis/metrics/compute-metrics.ts';
import { type Metric, type MetricName, metricNames } from '../../../src/analysis/metrics/metric.ts';
import { dora } from '../../../src/analysis/metrics/profiles/dora.ts';
import type { MetricRow, Reckoning } from '../../../src/projections/metric-rows.ts';
import type { DeploymentRow, IncidentRow, RollbackRow } from '../../../src/projections/rows.ts';
import { deploymentRow } from '../rows.ts';

/** A deployment with what only metrics ask about it. */
export interface PlainDeployment extends DeploymentRow {
  readonly reckoning: Reckoning;
  /** When its commits were made. */
  readonly commits: readonly number[];
}

/** What happened, in plain rows. */
export interface MetricCase {
  readonly deployments: readonly PlainDeployment[];
  /** Each with the deployment that it is attributed to as `causedBy`. */
  readonly incidents: readonly IncidentRow[];
  readonly rollbacks: readonly RollbackRow[];
  readonly laterSuccessMs: ReadonlyMap<string, number>;
  readonly teams: ReadonlyMap<string, string>;
}

/** A deployment that succeeded and replaced a version that is known, except for what the test is about. */
export function plainDeployment(fields: Partial<PlainDeployment> = {}): PlainDeployment {
  const { reckoning = 'own', commits = [], ...row } = fields;
  return { ...deploymentRow({ previousVersion: '0.9.0', ...row }), reckoning, commits };
}

export function metricCase(fields: Partial<MetricCase> = {}): MetricCase {
  return { deployments: [], incidents: [], rollbacks: [], laterSuccessMs: new Map(), teams: new Map(), ...fields };
}

export function metricRow({ reckoning, commits, ...row }: PlainDeployment): MetricRow {
  return {
    ...row,
    remediates: row.remediates.length > 0,
    hasPrevious: row.previousVersion !== null,
    reckoning,
    committedMs: commits,
  };
}

/** What the engine is given: the rows in the order in which they are listed. */
export function evidenceOf({ deployments, incidents, ...rest }: MetricCase): MetricEvidence {
  const builder = new ColumnsBuilder();
  for (const deployment of deployments) builder.add(metricRow(deployment));
  const rows: readonly DeploymentRow[] = deployments;
  const remedies = rows.filter(({ remediates }) => remediates.length > 0);
  return {
    ...rest,
    columns: builder.build(),
    failures: findFailedChanges(rows.filter(isFinished), incidents, remedies),
    incidents,
    blamed: new Map(deployments.map((row) => [row.id, row])),
  };
}

const all: MetricsRequest = {
  profile: dora,
  metrics: metricNames,
  window: { fromMs: 0, toMs: 1 },
  tz: 'UTC',
  groupBy: [],
  environments: ['production'],
  explain: true,
};

export function answerOf(happened: MetricCase, request: Partial<MetricsRequest> = {}): MetricsAnswer {
  return computeMetrics(evidenceOf(happened), { ...all, ...request });
}

/** The metrics of the only group. */
export function metricsOf(happened: MetricCase, request: Partial<MetricsRequest>): Partial<Record<MetricName, Metric>> {
  const [group] = answerOf(happened, request).groups;
  return Object.fromEntries([...(group?.metrics ?? [])].map(([name, { metric }]) => [name, metric]));
}
