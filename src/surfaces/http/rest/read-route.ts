import * as v from 'valibot';
import type { ListOf } from '../../../app/views.ts';
import { type QuerySchema, type Route, type RouteRequest, route } from '../route.ts';
import { type MadeOf, tagged } from './entity-tag.ts';
import { type PageQuery, readPinned } from './pinned-page.ts';
import { type Clock, knownAtIn } from './query/times.ts';

type Asked<Query extends QuerySchema> = RouteRequest<v.InferOutput<Query>, undefined>;

interface Reading<Query extends QuerySchema> {
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly query: Query;
  /** What is answered: one thing, or an item of a list. */
  readonly shape: v.GenericSchema;
  readonly madeOf?: MadeOf;
}

/** A route that shows one thing. */
export function showRoute<Query extends QuerySchema>(
  { shape, madeOf = 'log', ...spec }: Reading<Query>,
  show: (asked: Asked<Query>) => Promise<unknown>,
): Route {
  return route({
    ...spec,
    method: 'GET',
    access: 'viewer',
    answers: { 200: { description: 'It, as the log has it', schema: shape } },
    handle: (asked) => tagged(asked, madeOf, async () => ({ json: await show(asked as Asked<Query>) })),
  });
}

/** A route that shows a list which is never so long that it would need pages. */
export function wholeListRoute<Query extends QuerySchema>(
  { shape, madeOf = 'log', ...spec }: Reading<Query>,
  list: (asked: Asked<Query>) => Promise<readonly unknown[]>,
): Route {
  const read = async (asked: Asked<Query>) => ({ items: await list(asked), next: null });
  return showRoute({ ...spec, shape: listShape(shape), madeOf }, read);
}

/** A route that shows a list page by page. */
export function listRoute<Query extends QuerySchema>(
  { shape, madeOf = 'log', ...spec }: Reading<Query>,
  list: (asked: Asked<Query>, page: PageQuery) => Promise<ListOf<unknown>>,
): Route {
  return route({
    ...spec,
    method: 'GET',
    access: 'viewer',
    answers: {
      200: { description: 'A page of the list; the header Link leads to the next one', schema: listShape(shape) },
    },
    handle: (asked) =>
      tagged(asked, madeOf, async () => {
        const page = await readPinned(
          pageOf(asked.query, clockOf(asked)),
          () => asked.ledger.size(),
          (wanted) => list(asked as Asked<Query>, wanted),
        );
        return { headers: linkTo(asked.raw.url, page.next), json: page };
      }),
  });
}

/** The clock of a request: its zone is UTC unless the query names one. */
export function clockOf({ nowMs, query }: { readonly nowMs: number; readonly query: object }): Clock {
  return { nowMs, tz: 'tz' in query && typeof query.tz === 'string' ? query.tz : 'UTC' };
}

/** The header that leads to the next page. */
export function linkTo(url: string, next: string | null): Record<string, string> {
  if (next === null) return {};
  const { pathname, searchParams } = new URL(url);
  searchParams.set('cursor', next);
  return { link: `<${pathname}?${searchParams}>; rel="next"` };
}

function listShape(item: v.GenericSchema) {
  return v.strictObject({ items: v.array(item), next: v.nullable(v.string()) });
}

function pageOf(query: Readonly<Record<string, unknown>>, clock: Clock): PageQuery {
  const { limit, cursor, known_at } = query as { limit: number; cursor?: string; known_at?: string };
  return { limit, cursor, knownAt: knownAtIn('known_at', known_at, clock) };
}
