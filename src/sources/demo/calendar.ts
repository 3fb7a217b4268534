import type { Random } from './random.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
const weekMs = 7 * dayMs;

/** From `fromMs` until just before `toMs`. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Hours of the day in UTC, `from` included and `to` not, on weekdays; on Fridays until `fridayTo`. */
export interface Hours {
  readonly from: number;
  readonly to: number;
  readonly fridayTo: number;
}

/** A maintenance window: from that hour on, on that day of the week (0 is Sunday). */
export interface Window {
  readonly weekday: number;
  readonly fromHour: number;
  readonly hours: number;
}

/** The stretch of time that the demo tells of, and what was special in it. */
export interface Calendar extends Span {
  readonly badWeek: Span;
  readonly holidays: Span;
}

/** The 180 days before now, with a bad week five Mondays ago and a holiday week thirteen Mondays ago. */
export function calendarBefore(nowMs: number): Calendar {
  const week = (weeksAgo: number) => ({ fromMs: mondayAgo(weeksAgo, nowMs), toMs: mondayAgo(weeksAgo - 1, nowMs) });
  return { fromMs: midnight(nowMs) - 180 * dayMs, toMs: nowMs, badWeek: week(5), holidays: week(13) };
}

/** Midnight in UTC of the Monday of this week, or of the week that many weeks before. */
export function mondayAgo(weeks: number, nowMs: number): number {
  return midnight(nowMs) - ((weekday(nowMs) + 6) % 7) * dayMs - weeks * weekMs;
}

export function isWithin(span: Span, atMs: number): boolean {
  return span.fromMs <= atMs && atMs < span.toMs;
}

export function isWeekend(atMs: number): boolean {
  return weekday(atMs) % 6 === 0;
}

/** The first moment from `fromMs` on in working hours; in the first hours of the day when work had been over. */
export function workingMoment(fromMs: number, hours: Hours, random: Random): number {
  if (isWorking(fromMs, hours)) return fromMs;
  let opensMs = midnight(fromMs) + hours.from * hourMs;
  while (opensMs < fromMs || isWeekend(opensMs)) opensMs += dayMs;
  return opensMs + random.between(0, 2.5) * hourMs;
}

/** The first moment of a window's next opening from `fromMs` on. */
export function windowAfter(fromMs: number, window: Window): number {
  const days = (window.weekday - weekday(fromMs) + 7) % 7;
  const opensMs = midnight(fromMs) + days * dayMs + window.fromHour * hourMs;
  return opensMs < fromMs ? opensMs + weekMs : opensMs;
}

/** The midnights in UTC at which the days of a span begin. */
export function* midnights(span: Span): Generator<number> {
  for (let dayAtMs = midnight(span.fromMs); dayAtMs < span.toMs; dayAtMs += dayMs) yield dayAtMs;
}

function isWorking(atMs: number, hours: Hours): boolean {
  const hour = (atMs - midnight(atMs)) / hourMs;
  const closes = weekday(atMs) === 5 ? hours.fridayTo : hours.to;
  return !isWeekend(atMs) && hour >= hours.from && hour < closes;
}

function midnight(atMs: number): number {
  return Math.floor(atMs / dayMs) * dayMs;
}

/** 0 is Sunday; the first day of the epoch was a Thursday. */
function weekday(atMs: number): number {
  return (Math.floor(atMs / dayMs) + 4) % 7;
}
