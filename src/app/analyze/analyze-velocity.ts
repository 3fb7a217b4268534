import { groupByKey } from '../../analysis/group-by-key.ts';
import { LocalCalendar } from '../../analysis/local-calendar.ts';
import { measureVelocity, type Stream, type Velocity } from '../../analysis/velocity/measure-velocity.ts';
import { loadChanges } from '../read/load-changes.ts';
import { warnOfFew } from '../read/warn-of-few.ts';
import { warnOfSilence } from '../read/warn-of-silence.ts';
import type { AnalysisReportOf } from './analysis-report.ts';
import type { Assignment } from './analyze.ts';
import { loadBeginnings } from './load-beginnings.ts';
import { requireThreshold } from './require-threshold.ts';

/** By service, the most deployed first. */
export interface VelocityReport extends AnalysisReportOf<'velocity', Velocity> {
  /** All services together; null when nothing was deployed. */
  readonly overall: Velocity | null;
  /** The share of false trends among all trends of services that is put up with. */
  readonly threshold: number;
}

/** Measures how fast services are deployed. @throws LedgerError `invalid` unless 0 < threshold < 1. */
export async function analyzeVelocity(assignment: Assignment<'velocity'>): Promise<VelocityReport> {
  const { store, query, scope, frame } = assignment;
  const threshold = requireThreshold(query.threshold);
  const calendar = new LocalCalendar(query.tz);
  const changes = await loadChanges(store, scope);
  const byService = groupByKey(changes, ({ service }) => service);
  const beginnings = await loadBeginnings(store, scope, byService.keys());
  const streams = [...byService].map(([service, members]): Stream => {
    return { service, changes: members, sinceMs: beginnings.get(service) ?? scope.window.fromMs };
  });
  const together = { service: null, changes, sinceMs: Math.min(...beginnings.values()) };
  const measured = measureVelocity(streams, scope.window, calendar, threshold);
  const [overall = null] = measureVelocity(changes.length === 0 ? [] : [together], scope.window, calendar, threshold);
  return {
    ...frame,
    threshold,
    lookedAt: {
      deployments: overall?.deployments ?? 0,
      failedToReach: changes.length - (overall?.deployments ?? 0),
      services: byService.size,
      wholeWeeks: overall?.weekly.length ?? 0,
    },
    overall,
    rows: measured.sort((a, b) => b.deployments - a.deployments),
    reason: changes.length === 0 ? 'no deployment ended in the window' : null,
    warnings: changes.length === 0 ? await warnOfSilence(store, scope) : warnOfFew(changes.length),
  };
}
