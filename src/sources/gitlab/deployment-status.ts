import { LedgerError } from '../../domain/errors.ts';
import type { ReportedStatus } from '../../domain/vocabulary.ts';

/** What follows from a status beyond `pending`, which every deployment was when it was created. */
const statusOf: Readonly<Record<string, ReportedStatus | 'pending'>> = {
  created: 'pending',
  blocked: 'pending',
  running: 'in-progress',
  success: 'success',
  failed: 'failure',
  canceled: 'cancelled',
  skipped: 'cancelled',
};

/** @throws LedgerError `invalid` when it is no status of a deployment. */
export function statusNamed(word: string): ReportedStatus {
  const status = Object.hasOwn(statusOf, word) ? statusOf[word] : undefined;
  if (status !== undefined) return status;
  throw new LedgerError('invalid', `"${word}" is not a status of a deployment on GitLab`, {
    field: 'status',
    hint: `one of: ${Object.keys(statusOf).join(', ')}`,
  });
}
