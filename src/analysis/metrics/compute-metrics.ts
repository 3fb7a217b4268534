import { LocalCalendar } from '../local-calendar.ts';
import type { Span } from '../span.ts';
import { buildFrame, type FrameAnswer, type MetricEvidence } from './build-frame.ts';
import type { Metric, MetricColumn, MetricName, Sides } from './metric.ts';
import type { Profile } from './profile.ts';
import type { Dimension } from './traits.ts';

export interface MetricsRequest {
  readonly profile: Profile;
  /** Those that the profile does not define are left out. */
  readonly metrics: readonly MetricName[];
  readonly window: Span;
  /** IANA name of the time zone in which days, weeks and months are told apart. */
  readonly tz: string;
  readonly groupBy: readonly Dimension[];
  readonly service?: string | undefined;
  readonly environments: readonly string[];
  /** Whether to name what is on either side of each fraction. */
  readonly explain: boolean;
}

export interface ComputedGroup {
  readonly by: Readonly<Record<string, string>>;
  readonly metrics: ReadonlyMap<MetricName, { readonly metric: Metric; readonly sides: Sides | undefined }>;
}

export interface MetricsAnswer {
  readonly groups: readonly ComputedGroup[];
  /** How many deployments counted, and how many did not, by reason. */
  readonly counted: number;
  readonly excluded: Readonly<Record<string, number>>;
}

/** Metrics as columns: nothing is made of a group before it is asked for. */
export interface MetricColumns {
  readonly frame: FrameAnswer;
  readonly columns: readonly { readonly name: MetricName; readonly column: MetricColumn }[];
}

/**
 * Computes metrics by the definitions of a profile.
 * @throws LedgerError `invalid` for an unknown time zone or too many periods.
 */
export function computeMetrics(evidence: MetricEvidence, request: MetricsRequest): MetricsAnswer {
  const { bands } = request.profile;
  const { frame, columns } = metricColumns(evidence, request);
  const groups = Array.from(frame.order, (group) => {
    const metrics = columns.map(({ name, column }) => {
      const metric = column.of(group);
      const band = bands?.of(name, metric);
      const sides = request.explain ? column.sides(group) : undefined;
      return [name, { metric: band === undefined ? metric : { ...metric, band }, sides }] as const;
    });
    return { by: frame.names.of(group), metrics: new Map(metrics) };
  });
  return { groups, counted: frame.counted, excluded: frame.excluded };
}

/**
 * Prepares the metrics of a profile, to be asked of one group after the other.
 * @throws LedgerError `invalid` for an unknown time zone or too many periods.
 */
export function metricColumns(evidence: MetricEvidence, request: MetricsRequest): MetricColumns {
  const { profile, window, service, environments } = request;
  const answer = buildFrame(evidence, {
    window,
    dimensions: request.groupBy,
    calendar: new LocalCalendar(request.tz),
    service,
    environments,
    incidents: profile.incidents,
    countsRollbacks: profile.countsRollbacks ?? false,
    reasonAgainst: profile.reasonAgainst,
  });
  const columns = request.metrics.flatMap((name) => {
    const define = profile.metrics[name];
    return define === undefined ? [] : [{ name, column: define(answer.frame) }];
  });
  return { frame: answer, columns };
}
