import type { DeploymentRow, IncidentRow, RollbackRow } from '../projections/rows.ts';
import { computeDuration } from './compute-duration.ts';
import { computeFrequency } from './compute-frequency.ts';
import { computeMttr } from './compute-mttr.ts';
import { computeSuccessRate } from './compute-success-rate.ts';
import { type FailedChange, findFailedChanges } from './failed-changes.ts';
import { type FailedRun, findFailedRuns } from './failed-runs.ts';
import { type Dimension, type Group, groupDeployments } from './group-deployments.ts';
import { LocalCalendar } from './local-calendar.ts';
import type { Computed, Metric, MetricName, Span } from './metric.ts';
import { selectDeployments } from './select-deployments.ts';

/** Version of the definitions of the profile `dora`: answers of one version can be compared. */
export const profileVersion = 1;

/** What the metrics of a window are computed from. */
export interface Evidence {
  /** Those of the window. */
  readonly deployments: readonly DeploymentRow[];
  /** Those that they name as their parents. */
  readonly parents: readonly DeploymentRow[];
  readonly rollbacks: readonly RollbackRow[];
  readonly incidents: readonly IncidentRow[];
  /** Deployments that remediate something. */
  readonly remedies: readonly DeploymentRow[];
  /** Of each lane that failed and did not succeed in the window, its next success. */
  readonly laterSuccesses: readonly DeploymentRow[];
}

export interface MetricsRequest {
  readonly metrics: readonly MetricName[];
  readonly window: Span;
  /** IANA name of the time zone in which days, weeks and months are told apart. */
  readonly tz: string;
  readonly groupBy: readonly Dimension[];
  /** Whether to name the deployments on either side of each fraction. */
  readonly explain: boolean;
}

export interface MetricsAnswer {
  readonly groups: readonly {
    readonly by: Readonly<Record<string, string>>;
    readonly metrics: Readonly<Record<string, Metric>>;
  }[];
  /** How many deployments counted, and how many did not, by reason. */
  readonly counted: number;
  readonly excluded: Readonly<Record<string, number>>;
}

/**
 * Computes metrics by the definitions of the profile `dora`.
 * @throws LedgerError `invalid` for an unknown time zone or too many periods.
 */
export function computeMetrics(evidence: Evidence, request: MetricsRequest): MetricsAnswer {
  const { deployments, parents, rollbacks, incidents, remedies, laterSuccesses } = evidence;
  const { counted, excluded } = selectDeployments(deployments, parents, rollbacks);
  const calendar = new LocalCalendar(request.tz);
  const changes = new Map(
    findFailedChanges(counted, incidents, remedies).map((change) => [change.deployment.id, change]),
  );
  const failedRuns = findFailedRuns(counted, [...deployments, ...laterSuccesses]);
  const runs = new Map(failedRuns.map((run) => [run.deployment.id, run]));
  const groups = groupDeployments(counted, request.window, request.groupBy, calendar).map((group) => {
    const computed = request.metrics.map((name) => [name, compute(name, group, { calendar, changes, runs })] as const);
    const metrics = computed.map(([name, result]) => [name, request.explain ? explain(result) : result.metric]);
    return { by: group.by, metrics: Object.fromEntries(metrics) as Record<string, Metric> };
  });
  return { groups, counted: counted.length, excluded };
}

interface Judged {
  readonly calendar: LocalCalendar;
  /** By deployment. */
  readonly changes: ReadonlyMap<string, FailedChange>;
  readonly runs: ReadonlyMap<string, FailedRun>;
}

function compute(name: MetricName, group: Group, { calendar, changes, runs }: Judged): Computed {
  switch (name) {
    case 'frequency':
      return computeFrequency(group.deployments, group, calendar);
    case 'success-rate':
      return computeSuccessRate(group.deployments);
    case 'duration':
      return computeDuration(group.deployments);
    case 'mttr':
      return computeMttr(judgedIn(group, changes), judgedIn(group, runs));
  }
}

function judgedIn<Judgement>(group: Group, judgements: ReadonlyMap<string, Judgement>): Judgement[] {
  return group.deployments.flatMap(({ id }) => judgements.get(id) ?? []);
}

function explain({ metric, numerator, denominator }: Computed): Metric {
  const ids = (rows: readonly DeploymentRow[]) => rows.map(({ id }) => id);
  return { ...metric, explain: { numerator: ids(numerator), denominator: ids(denominator) } };
}
