import type { ClaimInput } from '../domain/claims/claim.ts';
import type { LedgerError } from '../domain/errors.ts';

/**
 * One thing read from a source: what it claims, not yet validated, or why the line is no claim.
 * `line` counts from 1 in the source's own terms (a line of a file, an element of an array), for messages.
 */
export type Reading =
  | { readonly line: number; readonly claim: ClaimInput }
  | { readonly line: number; readonly error: LedgerError };

/** A source that has been opened: readings in the order of the source. */
export type Readings = AsyncIterable<Reading>;
