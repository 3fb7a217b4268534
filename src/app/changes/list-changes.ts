import { LedgerError } from '../../domain/errors.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { KnownAt } from '../queries.ts';
import { readCursor, writeCursor } from '../read/cursors.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import type { ChangedView, ChangesQuery, ChangesView } from './changes-view.ts';
import { readChanged } from './read-changed.ts';
import { touchedBy } from './touched.ts';

/**
 * Lists what looks otherwise when the log is `to` facts long than when it was `from` long: whoever keeps a copy puts each item in the
 * place of what they had, page after page, and asks again from `to` on. A page is of `limit` facts; what changed several times is in
 * several pages, and each page is as known at its end.
 * @throws LedgerError `invalid` for an environment, a cursor or an index that does not exist, or a span that ends before it begins.
 */
export async function listChanges(store: LedgerStore, query: ChangesQuery, nowMs: number): Promise<ChangesView> {
  const service = query.service?.normalize('NFC');
  const environment = await requireEnvironment(store, query.environment);
  const identity = { list: 'changes', service, environment };
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, identity);
  const from = after?.atMs ?? (await sizeAt(store, query.from, 'from'));
  const end = after === undefined ? await endOf(store, query) : Number(after.id);
  if (!(from >= 0 && from <= end && end <= (await store.head()).size)) throw notASpan(from, end);
  const to = Math.min(end, from + query.limit);
  const items =
    from === to ? [] : await readChanged(store, touchedBy(await factsIn(store, from, to)), { from, to }, nowMs);
  const next = to === end ? null : writeCursor({ atMs: to, id: String(end) }, identity);
  return { items: items.filter((item) => isOf(item, { service, environment })), from, to, next };
}

function notASpan(from: number, end: number): LedgerError {
  return new LedgerError('invalid', `the log had ${from} facts at the start and ${end} at the end`, {
    field: 'from',
    hint: 'give a start that is not after the end',
  });
}

async function endOf(store: LogReader, { to }: ChangesQuery): Promise<number> {
  return to === undefined ? (await store.head()).size : sizeAt(store, to, 'to');
}

/** A number of facts; that of the whole log is one too. */
async function sizeAt(store: LogReader, at: KnownAt, field: string): Promise<number> {
  if ('ms' in at) return store.sizeKnownAt(at.ms);
  const { size } = await store.head();
  if (at.index >= 0 && at.index <= size) return at.index;
  throw new LedgerError('invalid', `${field}: the log has ${size} facts, not ${at.index}`, {
    field,
    hint: `give a number from 0 to ${size}, or a time`,
  });
}

async function factsIn(store: LogReader, from: number, to: number): Promise<Fact[]> {
  const facts: Fact[] = [];
  for await (const { bytes } of store.facts(from, to)) facts.push(decodeFact(bytes));
  return facts;
}

interface Wanted {
  readonly service: string | undefined;
  readonly environment: string | undefined;
}

function isOf(item: ChangedView, { service, environment }: Wanted): boolean {
  const is = (name: string | undefined, wanted: string | undefined) => wanted === undefined || name === wanted;
  switch (item.type) {
    case 'deployment':
      return is(item.deployment.service, service) && is(item.deployment.environment, environment);
    case 'rollback':
      return is(item.rollback.service, service) && is(item.rollback.environment, environment);
    case 'incident':
      return is(item.incident.service, service) && is(item.incident.environment, environment);
    case 'running': {
      const [ownService, ownEnvironment] = JSON.parse(item.id) as [string, string];
      return is(ownService, service) && is(ownEnvironment, environment);
    }
    case 'service':
      return is(item.id, service);
    case 'environment':
      return is(item.id, environment);
    case 'erasure':
      return true;
  }
}
