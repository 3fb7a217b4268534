import type { KnownAt } from '../../../app/queries.ts';
import type { ListOf } from '../../../app/views.ts';
import { LedgerError } from '../../../domain/errors.ts';

/** Which page of a list, and as of which knowledge. */
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly knownAt?: KnownAt | undefined;
}

/** A list's own place, and how many facts were known when its first page was read; null when the caller says as of when. */
type Pinned = readonly [cursor: string, size: number | null];

/**
 * Reads a page such that all pages of a list are of one state of the log, whatever is recorded in between: a cursor carries along how
 * much was known when its list began.
 * @throws LedgerError `invalid` for what is no cursor.
 */
export async function readPinned<View>(
  { limit, cursor, knownAt }: PageQuery,
  sizeOfLog: () => Promise<number>,
  load: (page: PageQuery) => Promise<ListOf<View>>,
): Promise<ListOf<View>> {
  if (cursor !== undefined) {
    const [inner, size] = unpin(cursor);
    const pin = size === null ? knownAt : (knownAt ?? { index: size - 1 });
    return pinned(await load({ limit, cursor: inner, knownAt: pin }), size);
  }
  if (knownAt !== undefined) return pinned(await load({ limit, knownAt }), null);
  const size = await sizeOfLog();
  const page = await load({ limit });
  if (page.next === null) return page;
  const isOfOneState = size === (await sizeOfLog());
  return pinned(isOfOneState || size === 0 ? page : await load({ limit, knownAt: { index: size - 1 } }), size);
}

function pinned<View>({ items, next }: ListOf<View>, size: number | null): ListOf<View> {
  return { items, next: next && Buffer.from(JSON.stringify([next, size] satisfies Pinned)).toString('base64url') };
}

function unpin(cursor: string): Pinned {
  const [inner, size] = parse(cursor);
  if (typeof inner === 'string' && (size === null || (Number.isSafeInteger(size) && Number(size) > 0))) {
    return [inner, size === null ? null : Number(size)];
  }
  throw new LedgerError('invalid', `${JSON.stringify(cursor)} is not a cursor`, {
    field: 'cursor',
    hint: 'take it from the answer before, or leave it out to start again',
  });
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
