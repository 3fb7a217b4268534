import { type AnalysisQuery, analysisTypes } from '../../../app/analyze/analysis-query.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { decimal } from '../options/numbers.ts';
import { type PeriodOptions, periodOf } from '../options/period.ts';
import { span } from '../options/span.ts';
import { type Clock, knownAt } from '../options/times.ts';
import { wordOf } from '../options/words.ts';

const usualDays = 90;

/** What analysis of what, as it was typed. */
export interface AnalysisOptions extends PeriodOptions {
  readonly type?: string;
  readonly service?: string;
  readonly environment?: string;
  readonly threshold?: string;
  readonly span?: string;
  readonly knownAt?: string;
}

/**
 * Understands what is asked for.
 * @throws LedgerError `invalid` when the type is missing or unknown, and for what is no time or number.
 */
export function analysisQuery(options: AnalysisOptions, clock: Clock): AnalysisQuery {
  const { type, service, environment, threshold } = options;
  if (type === undefined) {
    throw new LedgerError('invalid', '--type is missing', { hint: `one of: ${analysisTypes.join(', ')}` });
  }
  return {
    type: wordOf('--type', type, analysisTypes),
    service: service === 'all' ? undefined : service,
    environment,
    ...periodOf(options, clock, usualDays),
    tz: clock.tz,
    threshold: decimal('--threshold', threshold),
    spanMs: span('--span', options.span),
    knownAt: knownAt(options.knownAt, clock),
  };
}
