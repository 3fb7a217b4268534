import { flag, statusCode } from '../columns/columns.ts';

/**
 * What tools count that know nothing of rollbacks: each deployment whose run succeeded, those included that were rolled back later or
 * carried a rollback out. Targets count with their parent.
 */
export function unlessSuccessful(status: number, flags: number): string | undefined {
  if ((flags & flag.finished) === 0) return 'unfinished';
  if ((flags & flag.target) !== 0) return 'target';
  const wasSuccess = status === statusCode['rolled-back'] && (flags & flag.reportedSuccess) !== 0;
  return status === statusCode.success || wasSuccess ? undefined : 'not-successful';
}
