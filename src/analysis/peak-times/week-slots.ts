import type { Change } from '../change.ts';
import { mondayOf } from '../iso-week.ts';
import { dayMs, type LocalCalendar } from '../local-calendar.ts';
import type { Span } from '../span.ts';

/** One hour of one day of the week, as the clocks of a time zone show it, with what happened in it over a window. */
export interface WeekSlot {
  /** 1 is Monday, 7 Sunday (ISO 8601). */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly deployments: number;
  readonly failed: number;
  /** How many hours of the window lie in it: a window of ten days has most days once and some twice, and clocks skip and repeat hours. */
  readonly hours: number;
}

type Counting = { -readonly [Field in keyof WeekSlot]: WeekSlot[Field] };

/** Every zone is a whole number of quarters of an hour away from UTC. */
const quarterMs = 900_000;
const hourMs = 3_600_000;

/** Counts deployments by the hour of the week in which they finished: 168 slots, from Monday's midnight on. */
export function countByWeekSlot(changes: readonly Change[], window: Span, calendar: LocalCalendar): WeekSlot[] {
  const slots = Array.from({ length: 168 }, (_, place): Counting => {
    return { weekday: Math.floor(place / 24) + 1, hour: place % 24, deployments: 0, failed: 0, hours: 0 };
  });
  for (const { finishedMs, failed } of changes) {
    const slot = slots[slotOf(finishedMs, calendar)];
    if (slot === undefined) continue;
    slot.deployments++;
    if (failed) slot.failed++;
  }
  addHours(slots, window, calendar);
  return slots;
}

function addHours(slots: readonly Counting[], window: Span, calendar: LocalCalendar): void {
  const last = calendar.dayOf(window.toMs - 1);
  for (let day = calendar.dayOf(window.fromMs); day <= last; day++) {
    const fromMs = Math.max(window.fromMs, calendar.startOf(day));
    const toMs = Math.min(window.toMs, calendar.startOf(day + 1));
    if (toMs - fromMs === dayMs) addWholeDay(slots, day);
    else addQuarters(slots, { fromMs, toMs }, calendar);
  }
}

/** A day of 24 hours has each of them once, so there is no need to look at the clock. */
function addWholeDay(slots: readonly Counting[], day: number): void {
  const first = weekdayOf(day) * 24;
  for (const slot of slots.slice(first, first + 24)) slot.hours++;
}

function addQuarters(slots: readonly Counting[], { fromMs, toMs }: Span, calendar: LocalCalendar): void {
  for (let [ms, next] = [fromMs, 0]; ms < toMs; ms = next) {
    next = Math.min(toMs, (Math.floor(ms / quarterMs) + 1) * quarterMs);
    const slot = slots[slotOf(ms, calendar)];
    if (slot !== undefined) slot.hours += (next - ms) / hourMs;
  }
}

function slotOf(ms: number, calendar: LocalCalendar): number {
  return weekdayOf(calendar.dayOf(ms)) * 24 + Math.floor(calendar.minuteOf(ms) / 60);
}

function weekdayOf(day: number): number {
  return day - mondayOf(day);
}
