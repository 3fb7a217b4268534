import { LedgerError } from '../../domain/errors.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { KnownAt } from '../queries.ts';

/**
 * The number of facts that were known then; undefined when everything that is known now counts.
 * @throws LedgerError `invalid` for an index that the log does not have.
 */
export async function factsKnownAt(log: LogReader, knownAt: KnownAt | undefined): Promise<number | undefined> {
  if (knownAt === undefined) return undefined;
  if ('ms' in knownAt) return log.sizeKnownAt(knownAt.ms);
  const { size } = await log.head();
  const { index } = knownAt;
  if (Number.isSafeInteger(index) && index >= 0 && index < size) return index + 1;
  throw new LedgerError('invalid', `the log has no fact ${index}: its size is ${size}`, {
    field: 'knownAt',
    hint: size === 0 ? 'record something first' : `give an index from 0 to ${size - 1}, or a time`,
  });
}
