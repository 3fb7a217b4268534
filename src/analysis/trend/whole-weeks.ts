import { mondayFrom } from '../iso-week.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import { type Period, periodsOf } from '../periods.ts';
import type { Span } from '../span.ts';

/**
 * The ISO weeks that lie wholly inside a window, in order; a week that it cuts would look like a bad one.
 * @throws LedgerError `invalid` for a window of more than 10,000 weeks.
 */
export function wholeWeeks(window: Span, calendar: LocalCalendar): Period[] {
  return periodsOf(window, ['week'], calendar).filter(({ fromMs, toMs }) => {
    const monday = mondayFrom(calendar.dayOf(fromMs));
    return calendar.startOf(monday) === fromMs && calendar.startOf(monday + 7) === toMs;
  });
}
