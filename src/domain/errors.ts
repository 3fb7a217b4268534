/** The closed set of reasons for which anything in this program fails. Each edge translates them once. */
export const errorCodes = [
  'invalid',
  'not-found',
  'conflict',
  'unauthenticated',
  'forbidden',
  'overloaded',
  'unreachable',
  'storage',
  'unverified',
  'blocked',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorDetails {
  /** What the person can do next, as a sentence or a command line. */
  readonly hint?: string | undefined;
  /** The input field at fault, as a dotted path. */
  readonly field?: string | undefined;
  readonly cause?: unknown;
}

/**
 * A failure that its reader can act on: a closed code, what was wrong with the value, and what to do next.
 * Anything else that is thrown is a defect and reaches the edge as `internal`.
 */
export class LedgerError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'LedgerError';
    this.code = code;
    this.hint = details.hint;
    this.field = details.field;
  }
}

/** Whether `error` is a LedgerError with this code. */
export function hasCode(error: unknown, code: ErrorCode): error is LedgerError {
  return error instanceof LedgerError && error.code === code;
}
