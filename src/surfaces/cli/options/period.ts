import { LedgerError } from '../../../domain/errors.ts';
import { decimal } from './numbers.ts';
import type { Clock } from './times.ts';
import { type WindowOptions, windowOf } from './window.ts';

const dayMs = 86_400_000;

/** A window that is the last days unless its ends are named. */
export interface PeriodOptions extends WindowOptions {
  readonly period?: string;
  /** What some commands call it. */
  readonly days?: string;
}

/**
 * Reads the window in epoch milliseconds; with one end alone it is as long as `--period` says, or lasts until now.
 * @throws LedgerError `invalid` for what is no time or no number of days above 0.
 */
export function periodOf(options: PeriodOptions, clock: Clock, usualDays: number): { fromMs: number; toMs: number } {
  const { period, days = period } = options;
  const option = options.days === undefined ? '--period' : '--days';
  const lengthMs = (days === undefined ? usualDays : daysNamed(option, days)) * dayMs;
  const { fromMs, toMs } = windowOf(options, clock);
  if (fromMs === undefined) return { fromMs: (toMs ?? clock.nowMs) - lengthMs, toMs: toMs ?? clock.nowMs };
  return { fromMs, toMs: toMs ?? (days === undefined ? clock.nowMs : fromMs + lengthMs) };
}

function daysNamed(option: string, text: string): number {
  const count = decimal(option, text.replace(/d$/, '')) ?? 0;
  if (count > 0) return count;
  throw new LedgerError('invalid', `${option}: ${JSON.stringify(text)} is not a number of days`, {
    hint: 'write a number above 0, such as 30',
  });
}
