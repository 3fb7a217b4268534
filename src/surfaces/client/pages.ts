import type { ListOf } from '../../app/views.ts';

/** The first page of a list, and with `for await` every item of all its pages. */
export interface Pages<Item, Page extends ListOf<Item> = ListOf<Item>> extends Promise<Page>, AsyncIterable<Item> {}

/** A list that `load` reads page by page; the first one is asked for at once. */
export function pages<Item, Page extends ListOf<Item> = ListOf<Item>>(
  load: (cursor: string | undefined) => Promise<Page>,
): Pages<Item, Page> {
  const first = load(undefined);
  return Object.assign(first, { [Symbol.asyncIterator]: () => itemsFrom<Item, Page>(first, load) });
}

async function* itemsFrom<Item, Page extends ListOf<Item>>(
  first: Promise<Page>,
  load: (cursor: string) => Promise<Page>,
): AsyncGenerator<Item> {
  let page = await first;
  yield* page.items;
  while (page.next !== null) {
    page = await load(page.next);
    yield* page.items;
  }
}
