import { instant } from '../../domain/instant.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import type { LedgerStore, ReadStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';
import { type Limits, type Overdue, overdueAmong } from './overdue.ts';

/** Deployments that are read at a time. */
const pageLength = 64;

/**
 * Finds what is overdue and not yet recorded as abandoned, longest under way first, until there are `most`. With nothing overdue that
 * costs two look-ups in the index of what is under way. It passes over what has been under way for long and was heard of since, which is
 * never much; so what is behind that gets its turn.
 */
export async function findOverdue(
  store: LedgerStore,
  limits: Limits,
  nowMs: number,
  most = Number.POSITIVE_INFINITY,
): Promise<Overdue[]> {
  const found: Overdue[] = [];
  for await (const rows of underWay(store, nowMs - limits.leastMs + 1)) {
    found.push(...(await withoutAbandoned(store, overdueAmong(rows, limits, nowMs))));
    if (found.length >= most) return found.slice(0, most);
  }
  return found;
}

/**
 * Leaves out those that were abandoned at this very deadline before. They can be under way all the same: a person's correction
 * outweighs that, and must not be answered with one more abandonment.
 */
export async function withoutAbandoned(log: LogReader, overdue: readonly Overdue[]): Promise<Overdue[]> {
  if (overdue.length === 0) return [];
  const stored = await log.factsOf(overdue.map(({ id }) => `deployment:${id}`));
  const abandonments = stored.filter(({ type }) => type === 'deployment.abandoned');
  const recorded = new Set(abandonments.map(({ subject, bytes }) => `${subject} ${decodeFact(bytes).occurredAt}`));
  return overdue.filter(({ id, deadlineMs }) => !recorded.has(`deployment:${id} ${instant(deadlineMs)}`));
}

/** Pages of what began before a moment and is not over, oldest first. */
async function* underWay(store: ReadStore, toMs: number): AsyncGenerator<readonly DeploymentRow[]> {
  for (const status of ['in-progress', 'pending'] as const) {
    let after: DeploymentRow | undefined;
    do {
      const rows = await store.deployments({ status, toMs }, { oldestFirst: true, limit: pageLength, after });
      yield rows;
      after = rows.length < pageLength ? undefined : rows.at(-1);
    } while (after !== undefined);
  }
}
