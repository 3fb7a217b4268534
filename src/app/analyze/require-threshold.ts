import { LedgerError } from '../../domain/errors.ts';

/** The share of false finds that is put up with unless somebody says otherwise. */
const usual = 0.05;

/**
 * The level at which something counts as told from chance.
 * @throws LedgerError `invalid` unless 0 < threshold < 1.
 */
export function requireThreshold(threshold: number = usual): number {
  if (threshold > 0 && threshold < 1) return threshold;
  throw new LedgerError('invalid', `a threshold of ${threshold} cannot tell anything from chance`, {
    field: 'threshold',
    hint: 'give the share of false finds that you put up with, above 0 and below 1, such as 0.05',
  });
}
