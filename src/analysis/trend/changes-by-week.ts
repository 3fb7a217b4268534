import type { Change } from '../change.ts';
import { groupByKey } from '../group-by-key.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import { periodAt } from '../periods.ts';
import type { Span } from '../span.ts';
import { wholeWeeks } from './whole-weeks.ts';

/** One ISO week, such as `2026-W03`, and the changes that ended in it, in their order. */
export interface WeekOfChanges {
  readonly week: string;
  readonly changes: readonly Change[];
}

/** Changes by the ISO weeks that lie wholly inside a window, those included in which nothing happened. */
export function changesByWeek(changes: readonly Change[], window: Span, calendar: LocalCalendar): WeekOfChanges[] {
  if (window.fromMs >= window.toMs) return [];
  const weeks = wholeWeeks(window, calendar);
  const byWeek = groupByKey(changes, ({ finishedMs }) => periodAt(weeks, finishedMs));
  return weeks.map((week) => ({
    week: week.names['week'] ?? '',
    changes: (byWeek.get(week) ?? []).filter(({ finishedMs }) => finishedMs < week.toMs),
  }));
}
