import { LedgerError } from '../../domain/errors.ts';
import { instant } from '../../domain/instant.ts';

/** @throws LedgerError `invalid` when a window ends before it begins. */
export function requireWindow({ fromMs, toMs }: { fromMs?: number | undefined; toMs?: number | undefined }): void {
  if (fromMs === undefined || toMs === undefined || fromMs < toMs) return;
  throw new LedgerError('invalid', `the window from ${instant(fromMs)} to ${instant(toMs)} holds no time`, {
    field: 'from',
    hint: 'give a start before the end',
  });
}
