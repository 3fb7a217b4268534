import type { KnownAt } from '../../../../app/queries.ts';
import { LedgerError } from '../../../../domain/errors.ts';
import { parseTime } from '../../../../domain/instant.ts';
import { midnightIn } from '../../../../domain/midnight.ts';

/** When "now" is, and in which zone a date alone begins. */
export interface Clock {
  readonly nowMs: number;
  readonly tz: string;
}

type Time = string | number | undefined;

/** A span as it was asked for. */
export interface WindowQuery {
  readonly from?: Time;
  readonly since?: Time;
  readonly to?: Time;
  readonly until?: Time;
}

/**
 * Reads a time in epoch milliseconds; a date alone is midnight in the clock's zone.
 * @throws LedgerError `invalid`, naming the parameter.
 */
export function timeIn(field: string, given: Time, { nowMs, tz }: Clock): number | undefined {
  if (given === undefined) return undefined;
  const ms = parseTime(given, nowMs, field);
  return /^\d{4}-\d{2}-\d{2}$/.test(String(given).trim()) ? midnightIn(tz, ms) : ms;
}

/** Longer numbers are unix seconds: nine digits of them end in 2001, and no log is that long. */
const logIndex = /^\d{1,9}$/;

/** Reads a time, or the index of a fact. */
export function knownAtIn(field: string, given: Time, clock: Clock): KnownAt | undefined {
  if (given !== undefined && logIndex.test(String(given))) return { index: Number(given) };
  const ms = timeIn(field, given, clock);
  return ms === undefined ? undefined : { ms };
}

/** @throws LedgerError `invalid` when an end is given twice under two names. */
export function windowIn({ from, since, to, until }: WindowQuery, clock: Clock) {
  refuseBoth('from', from, 'since', since);
  refuseBoth('to', to, 'until', until);
  return { fromMs: timeIn('from', from ?? since, clock), toMs: timeIn('to', to ?? until, clock) };
}

function refuseBoth(name: string, one: Time, alias: string, other: Time): void {
  if (one === undefined || other === undefined) return;
  throw new LedgerError('invalid', `${alias} is another name for ${name}: give one of them`, { field: alias });
}

const dayMs = 86_400_000;

/** A window that is the last days unless its ends are named; with one end alone it is as long, or lasts until now. */
export function periodIn(
  { period, ...window }: WindowQuery & { readonly period?: number | undefined },
  clock: Clock,
  usualDays: number,
): { readonly fromMs: number; readonly toMs: number } {
  const lengthMs = (period ?? usualDays) * dayMs;
  const { fromMs, toMs } = windowIn(window, clock);
  if (fromMs !== undefined) return { fromMs, toMs: toMs ?? (period === undefined ? clock.nowMs : fromMs + lengthMs) };
  const end = toMs ?? clock.nowMs;
  return { fromMs: Math.max(0, end - lengthMs), toMs: end };
}

/** Whether what is asked for depends on when it is asked, as `-7d` does. */
export function isRelative(given: Time): boolean {
  return typeof given === 'string' && /^(now|[+-]?\d+(\.\d+)?[a-z]+)$/.test(given.trim());
}
