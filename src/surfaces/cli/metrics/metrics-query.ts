import type { MetricsQuery } from '../../../app/queries.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { decimal } from '../options/numbers.ts';
import { type Clock, knownAt } from '../options/times.ts';
import { type WindowOptions, windowOf } from '../options/window.ts';
import { dimensionsNamed, metricsNamed } from './metric-words.ts';

const dayMs = 86_400_000;

/** What metrics of what, as it was typed. */
export interface MetricsOptions extends WindowOptions {
  readonly metric?: readonly string[];
  readonly service?: string;
  readonly environment?: string;
  readonly period?: string;
  readonly groupBy?: readonly string[];
  readonly knownAt?: string;
  readonly explain?: boolean;
}

/** The window is the last `--period` days, unless its ends are named; one end alone makes it that long. */
export function metricsQuery(options: MetricsOptions, clock: Clock): MetricsQuery {
  const { metric = ['all'], service, environment, period, groupBy = [], explain } = options;
  const lengthMs = periodDays(period ?? '30') * dayMs;
  const { fromMs, toMs = fromMs !== undefined && period !== undefined ? fromMs + lengthMs : clock.nowMs } = windowOf(
    options,
    clock,
  );
  return {
    metrics: metricsNamed(metric),
    service: service === 'all' ? undefined : service,
    environment,
    fromMs: fromMs ?? toMs - lengthMs,
    toMs,
    tz: clock.tz,
    groupBy: dimensionsNamed(groupBy),
    knownAt: knownAt(options.knownAt, clock),
    explain,
  };
}

function periodDays(text: string): number {
  const days = decimal('--period', text.replace(/d$/, '')) ?? 0;
  if (days > 0) return days;
  throw new LedgerError('invalid', `--period: ${JSON.stringify(text)} is not a number of days`, {
    hint: 'write a number above 0, such as 30',
  });
}
