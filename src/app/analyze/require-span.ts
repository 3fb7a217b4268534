import { cascadeCriteria } from '../../analysis/cascades/find-cascades.ts';
import { LedgerError } from '../../domain/errors.ts';

const dayMs = 86_400_000;

/**
 * How soon a failure has to follow another one to be put down to it, in milliseconds.
 * @throws LedgerError `invalid` unless it is above 0 and at most a day: each moment is compared with the same hours of other days.
 */
export function requireSpan(spanMs: number = cascadeCriteria.spanMs): number {
  if (spanMs > 0 && spanMs <= dayMs) return spanMs;
  throw new LedgerError('invalid', `a span of ${spanMs / 1000} seconds is not between 0 and a day`, {
    field: 'span',
    hint: 'give the time in which failures spread, such as 30m or 2h',
  });
}
