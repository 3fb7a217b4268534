import { LedgerError } from '../../domain/errors.ts';
import type { LedgerStore, Page } from '../../projections/read-store.ts';
import { factsKnownAt } from '../read/known-at.ts';
import { readPage } from '../read/read-page.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import { requireWindow } from '../read/require-window.ts';
import type { ListOf } from '../views.ts';
import { type Moment, readMoments } from './read-moments.ts';
import type { TimelineEntry, TimelineKind, TimelineQuery } from './timeline-view.ts';
import { viewMoments } from './view-moments.ts';

/** What comes first where two happened in the same millisecond, newest first: a deployment is what the others follow from. */
const order: readonly TimelineKind[] = ['incident', 'rollback', 'deployment'];

/**
 * Lists deployments, rollbacks and incidents together, newest first.
 * @throws LedgerError `invalid` for an environment, a limit, a cursor or an index that does not exist.
 */
export async function listTimeline(store: LedgerStore, query: TimelineQuery): Promise<ListOf<TimelineEntry>> {
  requireWindow(query);
  const { fromMs, toMs } = query;
  const service = query.service?.normalize('NFC');
  const environment = await requireEnvironment(store, query.environment);
  const knownAt = await factsKnownAt(store, query.knownAt);
  const filter = { service, environment, fromMs, toMs, knownAt };
  return readPage(query, {
    identity: { list: 'timeline', service, environment },
    async read({ limit, after }) {
      const last = after === undefined ? undefined : { ...placeIn(after.id), atMs: after.atMs };
      const found: Moment[] = [];
      for (const kind of order) {
        const page: Page = { limit, after: last?.kind === kind ? last : undefined };
        found.push(...(await readMoments[kind](store, { ...filter, toMs: endFor(kind, last, toMs) }, page)));
      }
      // Each kind comes in its own order already, which a sort keeps.
      return found.sort((a, b) => b.atMs - a.atMs).slice(0, limit);
    },
    place: ({ kind, atMs, row }) => ({ atMs, id: `${kind}:${row.id}` }),
    view: (moments) => viewMoments(store, moments, knownAt),
  });
}

interface Last {
  readonly kind: TimelineKind;
  readonly id: string;
  readonly atMs: number;
}

/** Of the millisecond of the last entry, the kinds before its own have been told. */
function endFor(kind: TimelineKind, last: Last | undefined, toMs = Number.POSITIVE_INFINITY): number | undefined {
  if (last === undefined || last.kind === kind) return Number.isFinite(toMs) ? toMs : undefined;
  const isTold = order.indexOf(kind) < order.indexOf(last.kind);
  return Math.min(toMs, isTold ? last.atMs : last.atMs + 1);
}

function placeIn(id: string): Omit<Last, 'atMs'> {
  const kind = order.find((word) => id.startsWith(`${word}:`));
  if (kind !== undefined) return { kind, id: id.slice(kind.length + 1) };
  throw new LedgerError('invalid', 'the cursor belongs to another list', { field: 'cursor' });
}
