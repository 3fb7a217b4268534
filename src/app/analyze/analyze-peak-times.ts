import { LocalCalendar } from '../../analysis/local-calendar.ts';
import { describePeaks, type Peaks, workingHours } from '../../analysis/peak-times/describe-peaks.ts';
import { countByWeekSlot, type WeekSlot } from '../../analysis/peak-times/week-slots.ts';
import { loadChanges } from '../read/load-changes.ts';
import { warnOfFew } from '../read/warn-of-few.ts';
import { warnOfSilence } from '../read/warn-of-silence.ts';
import type { AnalysisReportOf } from './analysis-report.ts';
import type { Assignment } from './analyze.ts';

/** The 168 hours of a week in the time zone that was asked for, from Monday's midnight on. */
export interface PeakTimesReport extends AnalysisReportOf<'peak-times', WeekSlot>, Peaks {
  readonly workingHours: typeof workingHours;
}

/** Looks for the hours in which most is deployed, and those in which nothing is. */
export async function analyzePeakTimes(assignment: Assignment<'peak-times'>): Promise<PeakTimesReport> {
  const { store, query, scope, frame } = assignment;
  const calendar = new LocalCalendar(query.tz);
  const changes = await loadChanges(store, scope);
  const slots = countByWeekSlot(changes, scope.window, calendar);
  return {
    ...frame,
    lookedAt: { deployments: changes.length, failed: changes.filter(({ failed }) => failed).length },
    ...describePeaks(slots),
    workingHours,
    rows: slots,
    reason: changes.length === 0 ? 'no deployment ended in the window' : null,
    warnings: [
      ...(query.threshold === undefined ? [] : ['peak times have no threshold; the one that was given did nothing']),
      ...(changes.length === 0 ? await warnOfSilence(store, scope) : warnOfFew(changes.length)),
    ],
  };
}
