import type { MetricsQuery } from '../../../app/metrics/metrics-query.ts';
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
  readonly profile?: string;
  readonly against?: string;
  readonly compare?: boolean;
}

/**
 * Understands what is asked for.
 * @throws LedgerError `invalid` for unknown names and what is no time or number.
 */
export function metricsQuery(options: MetricsOptions, clock: Clock): MetricsQuery {
  const { metric = ['all'], service, environment, groupBy = [], explain, profile, against, compare } = options;
  return {
    metrics: metricsNamed(metric),
    service: service === 'all' ? undefined : service,
    environment,
    ...windowAsked(options, clock),
    tz: clock.tz,
    groupBy: dimensionsNamed(groupBy),
    knownAt: knownAt(options.knownAt, clock),
    explain,
    profile,
    against,
    compare,
  };
}

/** The last `--period` days, unless its ends are named; with one end alone it is that long, or lasts until now. */
function windowAsked(options: MetricsOptions, clock: Clock): Pick<MetricsQuery, 'fromMs' | 'toMs'> {
  const { period } = options;
  const lengthMs = periodDays(period ?? '30') * dayMs;
  const { fromMs, toMs } = windowOf(options, clock);
  if (fromMs === undefined) return { fromMs: (toMs ?? clock.nowMs) - lengthMs, toMs: toMs ?? clock.nowMs };
  return { fromMs, toMs: toMs ?? (period === undefined ? clock.nowMs : fromMs + lengthMs) };
}

function periodDays(text: string): number {
  const days = decimal('--period', text.replace(/d$/, '')) ?? 0;
  if (days > 0) return days;
  throw new LedgerError('invalid', `--period: ${JSON.stringify(text)} is not a number of days`, {
    hint: 'write a number above 0, such as 30',
  });
}
