import type { ListOf } from '../../app/views.ts';

/** Items that a server gives at once, at most. */
const mostItems = 1000;

interface Page {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

type Load<View> = (page: Page) => Promise<ListOf<View>>;

/** As much of a list as is asked for, all of it without a limit, however many pages the server makes of that. */
export async function readPages<View>({ limit, cursor }: Page, load: Load<View>): Promise<ListOf<View>> {
  const items: View[] = [];
  let next = cursor;
  do {
    const wanted = limit === undefined ? mostItems : Math.min(mostItems, limit - items.length);
    const page = await load({ limit: wanted, cursor: next });
    items.push(...page.items);
    next = page.next ?? undefined;
  } while (next !== undefined && (limit === undefined || items.length < limit));
  return { items, next: next ?? null };
}

/**
 * A list that a server gives newest first, from its other end and in flat memory: its pages are passed through once to learn where each
 * begins, and read backwards then. All are of the state of the log that the first was of.
 */
export async function* readOldestFirst<View>(load: Load<View>): AsyncGenerator<View> {
  const first = await load({ limit: mostItems });
  const cursors: string[] = [];
  for (let { next } = first; next !== null; ) {
    cursors.push(next);
    ({ next } = await load({ limit: mostItems, cursor: next }));
  }
  for (const cursor of cursors.reverse()) yield* (await load({ limit: mostItems, cursor })).items.toReversed();
  yield* first.items.toReversed();
}
