import { LocalCalendar } from '../../analysis/local-calendar.ts';
import { changesByWeek } from '../../analysis/trend/changes-by-week.ts';
import { followMetrics, type MetricTrend } from '../../analysis/trend/follow-metrics.ts';
import { hasReached } from '../../analysis/trend/trend-metrics.ts';
import { loadChanges } from '../read/load-changes.ts';
import { warnOfSilence } from '../read/warn-of-silence.ts';
import type { AnalysisReportOf } from './analysis-report.ts';
import type { Assignment } from './analyze.ts';
import { loadBeginnings } from './load-beginnings.ts';
import { requireThreshold } from './require-threshold.ts';

/** One row a metric. */
export interface TrendReport extends AnalysisReportOf<'trend', MetricTrend> {
  /** The share of false trends among all trends that is put up with. */
  readonly threshold: number;
}

/** Follows metrics from one whole week to the next. @throws LedgerError `invalid` unless 0 < threshold < 1. */
export async function analyzeTrend(assignment: Assignment<'trend'>): Promise<TrendReport> {
  const { store, query, scope, frame } = assignment;
  const threshold = requireThreshold(query.threshold);
  const calendar = new LocalCalendar(query.tz);
  const changes = await loadChanges(store, scope);
  const beginnings = await loadBeginnings(store, scope, new Set(changes.map(({ service }) => service)));
  const recorded = { fromMs: Math.min(scope.window.toMs, ...beginnings.values()), toMs: scope.window.toMs };
  const weeks = changesByWeek(changes, recorded, calendar);
  const counted = weeks.reduce((count, week) => count + week.changes.length, 0);
  return {
    ...frame,
    threshold,
    lookedAt: {
      deployments: counted,
      failed: weeks.reduce((count, week) => count + week.changes.filter(({ failed }) => failed).length, 0),
      wholeWeeks: weeks.length,
      outsideWholeWeeks: changes.length - counted,
      notRecovered: changes.filter((change) => change.failed && hasReached(change) && change.recoveredMs === null)
        .length,
    },
    rows: followMetrics(weeks, threshold),
    reason: changes.length === 0 ? 'no deployment ended in the window' : null,
    warnings: changes.length === 0 ? await warnOfSilence(store, scope) : [],
  };
}
