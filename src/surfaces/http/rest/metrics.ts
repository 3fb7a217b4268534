import * as v from 'valibot';
import type { Ledger } from '../../../app/ledger.ts';
import {
  type MetricDimension,
  type MetricsQuery,
  metricNames,
  profileNames,
} from '../../../app/metrics/metrics-query.ts';
import { name, oneOf } from '../../../domain/claims/fields.ts';
import type { Route } from '../route.ts';
import { days, flag, knownAtField, listOf, windowFields } from './query/fields.ts';
import { knownAtIn, periodIn } from './query/times.ts';
import { clockOf, showRoute } from './read-route.ts';
import { metricsShape } from './shapes/reports.ts';

const usualDays = 30;
const dimensions = [
  'service',
  'team',
  'type',
  'environment',
  'region',
  'day',
  'week',
  'month',
] as const satisfies readonly MetricDimension[];
const profile = v.optional(oneOf('profile', profileNames));

const asked = v.strictObject({
  metric: v.optional(listOf(oneOf('metric', [...metricNames, 'all'])), 'all'),
  service: v.optional(name),
  environment: v.optional(name),
  period: v.optional(days),
  ...windowFields,
  group_by: v.optional(listOf(oneOf('dimension', dimensions)), ''),
  profile,
  against: profile,
  compare: v.optional(flag),
  explain: v.optional(flag),
  ...knownAtField,
});
type Asked = v.InferOutput<typeof asked>;

const description =
  'Of the environments of tier production unless one is named; of the last 30 days unless a window is. Every number comes with its formula.';

export const metricRoutes: readonly Route[] = [
  showRoute(
    {
      path: '/api/v1/metrics',
      id: 'showMetrics',
      summary: 'Show metrics of the deployments that ended in a window',
      description,
      query: asked,
      shape: metricsShape,
      madeOf: 'clock',
    },
    ({ ledger, query, nowMs }) => metricsOf(ledger, query, nowMs),
  ),
  showRoute(
    {
      path: '/api/v1/metrics/explain',
      id: 'explainMetrics',
      summary: 'Show metrics with the ids of the deployments on either side of each fraction',
      description,
      query: asked,
      shape: metricsShape,
      madeOf: 'clock',
    },
    ({ ledger, query, nowMs }) => metricsOf(ledger, { ...query, explain: true }, nowMs),
  ),
];

function metricsOf(ledger: Ledger, query: Asked, nowMs: number) {
  const clock = clockOf({ nowMs, query });
  const { metric, service, environment, group_by, profile, against, compare, explain } = query;
  const wanted: MetricsQuery = {
    metrics: metric.includes('all') ? metricNames : metricNames.filter((word) => metric.includes(word)),
    service: service === 'all' ? undefined : service,
    environment,
    ...periodIn(query, clock, usualDays),
    tz: clock.tz,
    groupBy: [...new Set(group_by)],
    knownAt: knownAtIn('known_at', query.known_at, clock),
    profile,
    against,
    compare,
    explain,
  };
  return ledger.metrics(wanted);
}
