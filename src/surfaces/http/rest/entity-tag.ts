import { createHash } from 'node:crypto';
import type { RouteAnswer, RouteRequest } from '../route.ts';
import { isRelative } from './query/times.ts';

type AnyRequest = RouteRequest<Readonly<Record<string, unknown>>, unknown>;

/**
 * What an answer is made of: of the `log` and the query alone; of the `clock` too, as windows that end now are; or of more than
 * either tells, such as the latest checkpoint, so that its `content` has to be looked at.
 */
export type MadeOf = 'log' | 'clock' | 'content';

const minuteMs = 60_000;

/** Answers 304 with nothing when the client holds the answer already, and tags it otherwise. */
export async function tagged(request: AnyRequest, madeOf: MadeOf, produce: () => Promise<RouteAnswer>) {
  if (madeOf === 'content') {
    const answer = await produce();
    const content = JSON.stringify(answer.json ?? answer.body);
    return withTag(request, tagOf([content]), async () => answer);
  }
  const { ledger, raw, caller, query, nowMs } = request;
  const { pathname, search } = new URL(raw.url);
  const moves = madeOf === 'clock' || Object.values(query).some((value) => isRelative(value as string));
  const { role, services, environments } = caller;
  const parts = [
    await ledger.size(),
    pathname,
    search,
    role,
    services,
    environments,
    moves && Math.floor(nowMs / minuteMs),
  ];
  return withTag(request, tagOf(parts), produce);
}

async function withTag({ raw }: AnyRequest, tag: string, produce: () => Promise<RouteAnswer>): Promise<RouteAnswer> {
  const headers = { etag: tag, 'cache-control': 'private, no-cache', vary: 'authorization, cookie' };
  if (holds(raw.headers.get('if-none-match'), tag)) return { status: 304, headers };
  const answer = await produce();
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** Weak: what is written otherwise may mean the same. */
function tagOf(parts: readonly unknown[]): string {
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;
}

function holds(ifNoneMatch: string | null, tag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag.slice(2)) || tags.includes('*');
}
