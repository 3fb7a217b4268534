import { mondayOf } from '../../iso-week.ts';
import { dayMs, LocalCalendar } from '../../local-calendar.ts';
import { clockText } from './clock-text.ts';
import type { TimeFrame } from './time-frame.ts';

/** A moment worth naming on an axis of time. */
export interface TimeTick {
  readonly atMs: number;
  /** Short, since its neighbours tell the rest: `14:00`, `Nov 3`, `Nov`, `2026`. */
  readonly label: string;
}

interface DayStep {
  /** About how many days apart two ticks are. */
  readonly days: number;
  readonly isTick: (day: number) => boolean;
  readonly label: (day: number) => string;
}

const minuteMs = 60_000;
const minuteSteps = [1, 5, 15, 30, 60, 180, 360, 720];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const daySteps: readonly DayStep[] = [
  { days: 1, isTick: () => true, label: dayLabel },
  { days: 2, isTick: (day) => day % 2 === 0, label: dayLabel },
  { days: 7, isTick: (day) => mondayOf(day) === day, label: dayLabel },
  { days: 14, isTick: (day) => mondayOf(day) === day && (day + 3) % 14 === 0, label: dayLabel },
  ...[1, 2, 3, 6].map((count) => monthStep(count)),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((years) => monthStep(12 * years)),
];

/** At most about `most` (1 or more) moments at even distances that people count in, oldest first; none of them may fit the frame. */
export function timeTicks(frame: TimeFrame, most: number): TimeTick[] {
  const calendar = new LocalCalendar(frame.tz);
  const least = (frame.toMs - frame.fromMs) / most;
  const minutes = minuteSteps.find((step) => step * minuteMs >= least);
  if (minutes !== undefined) return minuteTicks(frame, calendar, minutes);
  const step = daySteps.find(({ days }) => days * dayMs >= least);
  return step === undefined ? [] : dayTicks(frame, calendar, step);
}

function dayTicks({ fromMs, toMs }: TimeFrame, calendar: LocalCalendar, { isTick, label }: DayStep): TimeTick[] {
  const ticks: TimeTick[] = [];
  const last = calendar.dayOf(toMs - 1);
  for (let day = calendar.dayOf(fromMs); day <= last; day++) {
    const atMs = isTick(day) ? calendar.startOf(day) : toMs;
    if (atMs >= fromMs && atMs < toMs) ticks.push({ atMs, label: label(day) });
  }
  return ticks;
}

/** Clocks change by whole half hours, so that a tick is looked for that often even where two are further apart. */
function minuteTicks({ fromMs, toMs }: TimeFrame, calendar: LocalCalendar, step: number): TimeTick[] {
  const ticks: TimeTick[] = [];
  const strideMs = Math.min(step, 30) * minuteMs;
  for (let atMs = calendar.startOf(calendar.dayOf(fromMs)); atMs < toMs; atMs += strideMs) {
    const minute = calendar.minuteOf(atMs);
    if (atMs < fromMs || minute % step !== 0) continue;
    ticks.push({ atMs, label: minute === 0 ? dayLabel(calendar.dayOf(atMs)) : clockText(minute) });
  }
  return ticks;
}

function monthStep(count: number): DayStep {
  const isTick = (day: number) => {
    const date = new Date(day * dayMs);
    return date.getUTCDate() === 1 && (date.getUTCFullYear() * 12 + date.getUTCMonth()) % count === 0;
  };
  return { days: 30 * count, isTick, label: monthLabel };
}

function dayLabel(day: number): string {
  const date = new Date(day * dayMs);
  return `${monthNames[date.getUTCMonth()]} ${date.getUTCDate()}`;
}

function monthLabel(day: number): string {
  const date = new Date(day * dayMs);
  return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : `${monthNames[date.getUTCMonth()]}`;
}
