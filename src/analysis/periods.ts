import { LedgerError } from '../domain/errors.ts';
import { mondayOf } from './iso-week.ts';
import { dayMs, type LocalCalendar } from './local-calendar.ts';
import { partitionPoint } from './partition-point.ts';
import type { Span } from './span.ts';

export type PeriodUnit = 'day' | 'week' | 'month';

/** A part of a window that bears the same names throughout. */
export interface Period extends Span {
  /** By unit: `2026-01-15`, `2026-W03`, `2026-01`. */
  readonly names: Readonly<Record<string, string>>;
}

/** Nobody reads more; it is 27 years of days. */
const mostPeriods = 10_000;

/**
 * Cuts a window at the days, weeks or months of a calendar, without a gap, those included in which nothing happened.
 * @throws LedgerError `invalid` when these would be more than 10,000.
 */
export function periodsOf(window: Span, units: readonly PeriodUnit[], calendar: LocalCalendar): Period[] {
  const periods: Period[] = [];
  const last = calendar.dayOf(window.toMs - 1);
  let [fromMs, names] = [window.fromMs, namesOf(calendar.dayOf(window.fromMs), units)];
  for (let day = calendar.dayOf(window.fromMs) + 1; day <= last; day++) {
    const next = namesOf(day, units);
    if (units.every((unit) => next[unit] === names[unit])) continue;
    const toMs = calendar.startOf(day);
    periods.push({ names, fromMs, toMs });
    if (periods.length >= mostPeriods) throw tooMany(units);
    [fromMs, names] = [toMs, next];
  }
  return [...periods, { names, fromMs, toMs: window.toMs }];
}

/** The one of `periods`, which are in order and without a gap, in which a moment of their window lies. */
export function periodAt(periods: readonly Period[], ms: number): Period | undefined {
  return periods[partitionPoint(periods, ({ fromMs }) => fromMs <= ms) - 1];
}

function namesOf(day: number, units: readonly PeriodUnit[]): Record<string, string> {
  return Object.fromEntries(units.map((unit) => [unit, nameOf(day, unit)]));
}

function nameOf(day: number, unit: PeriodUnit): string {
  const date = dateText(day);
  switch (unit) {
    case 'day':
      return date;
    case 'week':
      return weekName(day);
    case 'month':
      return date.slice(0, 7);
  }
}

/** A week belongs to the year of its Thursday (ISO 8601). */
function weekName(day: number): string {
  const thursday = mondayOf(day) + 3;
  const year = new Date(thursday * dayMs).getUTCFullYear();
  const firstDay = Date.UTC(year, 0, 1) / dayMs;
  return `${year}-W${String(Math.floor((thursday - firstDay) / 7) + 1).padStart(2, '0')}`;
}

function dateText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function tooMany(units: readonly PeriodUnit[]): LedgerError {
  return new LedgerError('invalid', `the window has more than ${mostPeriods} periods by ${units.join(' and ')}`, {
    field: 'groupBy',
    hint: 'choose a longer period, such as month, or a shorter window',
  });
}
