import { LedgerError } from '../../../domain/errors.ts';
import { decimal } from './numbers.ts';
import type { Clock } from './times.ts';
import { type WindowOptions, windowOf } from './window.ts';

const dayMs = 86_400_000;

/** A window that is the last days unless its ends are named. */
export interface PeriodOptions extends WindowOptions {
  readonly period?: string;
}

/**
 * Reads the window in epoch milliseconds; with one end alone it is as long as `--period` says, or lasts until now.
 * @throws LedgerError `invalid` for what is no time or no number of days above 0.
 */
export function periodOf(options: PeriodOptions, clock: Clock, usualDays: number): { fromMs: number; toMs: number } {
  const { period } = options;
  const lengthMs = (period === undefined ? usualDays : days(period)) * dayMs;
  const { fromMs, toMs } = windowOf(options, clock);
  if (fromMs === undefined) return { fromMs: (toMs ?? clock.nowMs) - lengthMs, toMs: toMs ?? clock.nowMs };
  return { fromMs, toMs: toMs ?? (period === undefined ? clock.nowMs : fromMs + lengthMs) };
}

function days(text: string): number {
  const count = decimal('--period', text.replace(/d$/, '')) ?? 0;
  if (count > 0) return count;
  throw new LedgerError('invalid', `--period: ${JSON.stringify(text)} is not a number of days`, {
    hint: 'write a number above 0, such as 30',
  });
}
