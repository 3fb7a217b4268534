import { LedgerError } from '../../domain/errors.ts';
import type { Page } from '../../projections/read-store.ts';
import type { ListOf } from '../views.ts';
import { type ListIdentity, type Place, readCursor, writeCursor } from './cursors.ts';

interface Listing<Row, View> {
  readonly identity: ListIdentity;
  read(page: Page): Promise<readonly Row[]>;
  place(row: Row): Place;
  view(rows: readonly Row[]): Promise<readonly View[]>;
}

/**
 * Reads one page of a list, and one row more, which tells whether there is another page.
 * @throws LedgerError `invalid` for a limit that is no positive whole number, or a cursor that is not this list's.
 */
export async function readPage<Row, View>(
  { limit, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
  { identity, read, place, view }: Listing<Row, View>,
): Promise<ListOf<View>> {
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit > 0)) {
    throw new LedgerError('invalid', `${limit} is not a number of rows`, { field: 'limit', hint: 'give 1 or more' });
  }
  const after = cursor === undefined ? undefined : readCursor(cursor, identity);
  const rows = await read({ limit: limit === undefined ? undefined : limit + 1, after });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = last === undefined || shown.length === rows.length ? null : writeCursor(place(last), identity);
  return { items: await view(shown), next };
}
