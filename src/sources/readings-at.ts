import type { ClaimInput } from '../domain/claims/claim.ts';
import { LedgerError } from '../domain/errors.ts';
import type { Reading } from './reading.ts';

/** What reading the record at `line` gives: its claims, or the reason why it is none. Other errors are defects, and thrown on. */
export function readingsAt(line: number, read: () => readonly ClaimInput[]): readonly Reading[] {
  try {
    return read().map((claim) => ({ line, claim }));
  } catch (error) {
    if (error instanceof LedgerError) return [{ line, error }];
    throw error;
  }
}
