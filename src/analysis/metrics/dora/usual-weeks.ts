import { mondayFrom, mondayOf } from '../../iso-week.ts';
import type { LocalCalendar } from '../../local-calendar.ts';
import type { Span } from '../../span.ts';
import { median } from '../../statistics.ts';
import type { StateSet } from '../columns/columns.ts';
import { type Frame, periodOf } from '../frame.ts';

/**
 * By group, the median number of days with a deployment in these states over the ISO weeks that lie wholly inside its period, those with
 * none included; null where there is no such week.
 */
export function usualWeeks(frame: Frame, states: StateSet): (group: number) => number | null {
  const ends = frame.periods.map((period) => dayEnds(period, frame.calendar));
  const busy = new Uint8Array(Math.max(...ends.map(({ length }) => length)));
  return (group) => {
    const own = ends[periodOf(frame, group)];
    if (own === undefined || own.length === 0) return null;
    busy.fill(0);
    markBusyDays(frame, group, states, own, busy);
    const weeks = (own.length - 2) / 7;
    return weeks === 1 ? daysOf(busy, 0) : median(Array.from({ length: weeks }, (_, week) => daysOf(busy, week)));
  };
}

function daysOf(busy: Uint8Array, week: number): number {
  let days = 0;
  for (let day = 7 * week + 1; day <= 7 * week + 7; day++) days += busy[day] ?? 0;
  return days;
}

/**
 * The ends of the time before the whole weeks of a span, of each day of them and of the time after them, in epoch milliseconds; none
 * without such a week.
 */
function dayEnds(span: Span, calendar: LocalCalendar): number[] {
  const nextMonday = mondayFrom(calendar.dayOf(span.fromMs));
  const first = calendar.startOf(nextMonday) < span.fromMs ? nextMonday + 7 : nextMonday;
  const days = mondayOf(calendar.dayOf(span.toMs)) - first;
  if (days <= 0) return [];
  return [...Array.from({ length: days + 1 }, (_, day) => calendar.startOf(first + day)), Number.POSITIVE_INFINITY];
}

/** Marks the days, by their place in `ends`, with a deployment in these states. */
function markBusyDays(
  { columns, runs }: Frame,
  group: number,
  states: StateSet,
  ends: readonly number[],
  busy: Uint8Array,
): void {
  const { state, atMs } = columns;
  for (let run = runs.first(group); run < runs.first(group + 1); run++) {
    const to = runs.to(run);
    let [day, busyUntil] = [0, Number.NEGATIVE_INFINITY];
    for (let place = runs.from(run); place < to; place++) {
      const ms = atMs[place] ?? 0;
      if (ms < busyUntil || states[state[place] ?? 0] !== 1) continue;
      while (ms >= (ends[day] ?? 0)) day++;
      busy[day] = 1;
      busyUntil = ends[day] ?? 0;
    }
  }
}
