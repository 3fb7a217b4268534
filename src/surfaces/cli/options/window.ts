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

/** Reads the span that lists and metrics are asked for. */
export function windowOf({ since, until }: WindowOptions, clock: Clock) {
  return spanOf({ from: since, to: until }, clock, { from: '--from', to: '--to' });
}

type Ends<Value> = { readonly from: Value; readonly to: Value };

/**
 * Reads a span: from ≤ time < to, in epoch milliseconds; either end may be open. `names` are the options that hold the ends.
 * @throws LedgerError `invalid` for what is no time, and when it ends before it begins.
 */
export function spanOf(typed: Ends<string | undefined>, clock: Clock, names: Ends<string>) {
  const fromMs = time(names.from, typed.from, clock);
  const toMs = time(names.to, typed.to, clock);
  if (fromMs !== undefined && toMs !== undefined && toMs <= fromMs) {
    throw new LedgerError('invalid', `${names.to} ${typed.to} is not after ${names.from} ${typed.from}`, {
      hint: 'a date alone is its midnight: to take a day in as a whole, end at the next one',
    });
  }
  return { fromMs, toMs };
}
