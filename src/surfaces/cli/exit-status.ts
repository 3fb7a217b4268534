import { type ErrorCode, LedgerError } from '../../domain/errors.ts';

const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid: 2,
  'not-found': 1,
  conflict: 1,
  unauthenticated: 5,
  forbidden: 5,
  overloaded: 4,
  unreachable: 4,
  storage: 3,
  unverified: 6,
  blocked: 7,
  internal: 1,
};

/** The exit status that tells scripts why a command failed. */
export function exitStatus(error: unknown): number {
  return statusOf(error instanceof LedgerError ? error.code : 'internal');
}

export function statusOf(code: ErrorCode): number {
  return statuses[code];
}
