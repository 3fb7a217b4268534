import type { Command } from 'commander';
import { LedgerError } from '../../../domain/errors.ts';
import { type Clock, time } from './times.ts';

/** A span of time as it was typed; commander files an option of two names under the second. */
export interface WindowOptions {
  readonly since?: string;
  readonly until?: string;
}

export function addWindowOptions(command: Command): Command {
  return command
    .option('--from, --since <time>', 'from this time on: 2026-01-15, -7d …')
    .option('--to, --until <time>', 'before this time');
}

/**
 * Reads the span: from ≤ time < to, in epoch milliseconds.
 * @throws LedgerError `invalid` for what is no time, and when it ends before it begins.
 */
export function windowOf({ since, until }: WindowOptions, clock: Clock) {
  const fromMs = time('--from', since, clock);
  const toMs = time('--to', until, clock);
  if (fromMs !== undefined && toMs !== undefined && toMs <= fromMs) {
    throw new LedgerError('invalid', `--to ${until} is not after --from ${since}`, {
      hint: 'a date alone is its midnight: to take a day in as a whole, end at the next one',
    });
  }
  return { fromMs, toMs };
}
