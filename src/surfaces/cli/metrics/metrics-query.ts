import type { MetricsQuery } from '../../../app/metrics/metrics-query.ts';
import { type PeriodOptions, periodOf } from '../options/period.ts';
import { type Clock, knownAt } from '../options/times.ts';
import { dimensionsNamed, metricsNamed } from './metric-words.ts';

const usualDays = 30;

/** What metrics of what, as it was typed. */
export interface MetricsOptions extends PeriodOptions {
  readonly metric?: readonly string[];
  readonly service?: string;
  readonly environment?: string;
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
    ...periodOf(options, clock, usualDays),
    tz: clock.tz,
    groupBy: dimensionsNamed(groupBy),
    knownAt: knownAt(options.knownAt, clock),
    explain,
    profile,
    against,
    compare,
  };
}
