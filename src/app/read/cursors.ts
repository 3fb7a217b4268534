import { LedgerError } from '../../domain/errors.ts';
import { canonicalize } from '../../ledger/canonical-json.ts';
import { sha256 } from '../../ledger/hashing.ts';

/** A row's place in a list. */
export interface Place {
  readonly atMs: number;
  readonly id: string;
}

/** What a list is of: its name, and the names that its rows were chosen by. */
export interface ListIdentity {
  readonly list: string;
  readonly [filter: string]: string | boolean | undefined;
}

/** Writes the place after which a list goes on, bound to that list. */
export function writeCursor({ atMs, id }: Place, list: ListIdentity): string {
  return Buffer.from(JSON.stringify([atMs, id, fingerprint(list)])).toString('base64url');
}

/** @throws LedgerError `invalid` for what is no cursor, or one of another list. */
export function readCursor(cursor: string, list: ListIdentity): Place {
  const [atMs, id, of] = parse(cursor);
  if (typeof atMs !== 'number' || !Number.isSafeInteger(atMs) || typeof id !== 'string') {
    throw refused(`${JSON.stringify(cursor)} is not a cursor`);
  }
  if (of !== fingerprint(list)) throw refused('the cursor belongs to a list with other filters');
  return { atMs, id };
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function fingerprint(list: ListIdentity): string {
  return sha256(Buffer.from(canonicalize(list))).toString('base64url', 0, 6);
}

function refused(message: string): LedgerError {
  return new LedgerError('invalid', message, {
    field: 'cursor',
    hint: 'repeat the filters that the cursor was given for, or leave the cursor out to start again',
  });
}
