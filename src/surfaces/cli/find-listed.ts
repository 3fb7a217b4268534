import type { ListOf } from '../../app/views.ts';
import { LedgerError } from '../../domain/errors.ts';

const pageSize = 200;

interface Page {
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** Goes through the pages of a list up to the record of this id. */
export async function findListed<View extends { readonly id: string }>(
  id: string,
  list: (page: Page) => Promise<ListOf<View>>,
): Promise<View> {
  let cursor: string | undefined;
  do {
    const { items, next } = await list({ limit: pageSize, cursor });
    const found = items.find((view) => view.id === id);
    if (found !== undefined) return found;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  throw new LedgerError('not-found', `"${id}" was recorded and is not listed`);
}
