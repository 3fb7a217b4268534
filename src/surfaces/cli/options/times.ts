import type { KnownAt } from '../../../app/queries.ts';
import { parseTime } from '../../../domain/instant.ts';
import { midnightIn } from '../../../domain/midnight.ts';
import type { Call } from '../command-module.ts';

/** When "now" is, and in which zone a date alone begins. */
export interface Clock {
  readonly nowMs: number;
  readonly tz: string;
}

/**
 * Reads a time as people write it, in epoch milliseconds; a date alone is midnight in the clock's zone.
 * @throws LedgerError `invalid`, naming the option.
 */
export function time(option: string, text: string | undefined, { nowMs, tz }: Clock): number | undefined {
  if (text === undefined) return undefined;
  const ms = parseTime(text, nowMs, option);
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? midnightIn(tz, ms) : ms;
}

/** Longer numbers are unix seconds: nine digits of them end in 2001, and no log is that long. */
const logIndex = /^\d{1,9}$/;

/** Reads `--known-at`: a time, or the index of the last fact that counts. */
export function knownAt(text: string | undefined, clock: Clock): KnownAt | undefined {
  if (text !== undefined && logIndex.test(text)) return { index: Number(text) };
  const ms = time('--known-at', text, clock);
  return ms === undefined ? undefined : { ms };
}

/** The clock of a command line. */
export function clockOf({ host, options }: Call): Clock {
  return { nowMs: host.nowMs(), tz: options['tz'] ?? 'UTC' };
}
