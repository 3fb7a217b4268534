import { LocalCalendar } from '../../analysis/local-calendar.ts';
import type { MetricEvidence } from '../../analysis/metrics/build-frame.ts';
import { computeMetrics, type MetricsAnswer, type MetricsRequest } from '../../analysis/metrics/compute-metrics.ts';
import { metricNames } from '../../analysis/metrics/metric.ts';
import type { Profile } from '../../analysis/metrics/profile.ts';
import { profileNamed, profiles } from '../../analysis/metrics/profiles.ts';
import { isPeriodUnit } from '../../analysis/metrics/traits.ts';
import type { Span } from '../../analysis/span.ts';
import { LedgerError } from '../../domain/errors.ts';
import { instant } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { factsKnownAt } from '../read/known-at.ts';
import { productionEnvironments } from '../read/production-environments.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import { requireWindow } from '../read/require-window.ts';
import { findDifferences } from './find-differences.ts';
import { loadMetricEvidence, type MetricScope } from './load-metric-evidence.ts';
import type { MetricsQuery } from './metrics-query.ts';
import type { MetricsReport } from './metrics-report.ts';
import { metricsWarnings } from './metrics-warnings.ts';
import { profileWindow } from './profile-window.ts';
import { viewGroups } from './view-groups.ts';

/**
 * Shows the metrics of a window by the definitions of a profile: of the environments of tier production unless one is named.
 * @throws LedgerError `invalid` for a profile, an environment, a time zone or an index that does not exist, or a window without time.
 */
export async function showMetrics(store: LedgerStore, query: MetricsQuery): Promise<MetricsReport> {
  const { tz, groupBy } = query;
  requireWindow(query);
  const profile = profileNamed(query.profile ?? 'dora');
  requireDefined(profile, query);
  const other = query.against === undefined ? undefined : profileNamed(query.against);
  const named = await requireEnvironment(store, query.environment);
  const knownAt = (await factsKnownAt(store, query.knownAt)) ?? (await store.head()).size;
  const scope = {
    service: query.service?.normalize('NFC'),
    environments: named === undefined ? await productionEnvironments(store, knownAt) : [named],
    knownAt,
    metrics: query.metrics,
  };
  const look = (by: Profile, window: Span, explain: boolean) =>
    lookAt(store, { ...scope, profiles: [by], window }, { ...scope, profile: by, window, tz, groupBy, explain });
  const window = profileWindow(profile, query, tz);
  const own = await look(profile, window, (query.explain ?? false) || other !== undefined);
  const before =
    query.compare && !groupBy.some(isPeriodUnit) ? await look(profile, precedes(window, tz), false) : undefined;
  const there = other && (await look(other, profileWindow(other, query, tz), true));
  return {
    profile: profile.name,
    profileVersion: profile.version,
    source: profile.source,
    from: instant(window.fromMs),
    to: instant(window.toMs),
    tz,
    groups: await viewGroups(store, own.answer, { explain: query.explain ?? false, before: before?.answer }),
    excluded: own.answer.excluded,
    ...(other && there
      ? {
          against: {
            profile: other.name,
            profileVersion: other.version,
            differences: await findDifferences(store, profile, own.answer, there.answer),
          },
        }
      : {}),
    warnings: [
      ...windowWarning(profile, window, query),
      ...(await metricsWarnings(store, { ...scope, window, profile }, own.answer, own.evidence)),
    ],
  };
}

/** Who asks for all metrics gets those that the profile has; who names one wants that one. */
function requireDefined({ name, metrics }: Profile, query: MetricsQuery): void {
  const missing = query.metrics.find((metric) => metrics[metric] === undefined);
  if (missing === undefined || query.metrics.length === metricNames.length) return;
  const others = profiles.filter((profile) => profile.metrics[missing] !== undefined).map((profile) => profile.name);
  throw new LedgerError('invalid', `the profile "${name}" defines no metric "${missing}"`, {
    field: 'metric',
    hint: `ask by another one with --profile: ${others.join(', ')}`,
  });
}

async function lookAt(
  store: LedgerStore,
  scope: MetricScope,
  request: MetricsRequest,
): Promise<{ readonly answer: MetricsAnswer; readonly evidence: MetricEvidence }> {
  const evidence = await loadMetricEvidence(store, scope);
  return { evidence, answer: computeMetrics(evidence, request) };
}

function windowWarning(profile: Profile, window: Span, query: MetricsQuery): string[] {
  if (window.fromMs === query.fromMs) return [];
  return [
    `the profile ${profile.name} always looks at the last ${profile.windowMonths} months, not at the window asked for`,
  ];
}

/** The window of the same length before: of as many days where it goes from midnight to midnight. */
function precedes({ fromMs, toMs }: Span, tz: string): Span {
  const calendar = new LocalCalendar(tz);
  const [first, last] = [calendar.dayOf(fromMs), calendar.dayOf(toMs)];
  const isWhole = calendar.startOf(first) === fromMs && calendar.startOf(last) === toMs;
  return { fromMs: Math.max(0, isWhole ? calendar.startOf(2 * first - last) : 2 * fromMs - toMs), toMs: fromMs };
}
