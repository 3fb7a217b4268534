import type { LedgerStore, Page } from '../../projections/read-store.ts';
import type { ExportOptions } from '../ledger.ts';
import type { Place } from '../read/cursors.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import { requireWindow } from '../read/require-window.ts';
import { viewDeployments } from '../read/view-deployments.ts';
import { viewIncidents } from '../read/view-incidents.ts';
import { viewRollbacks } from '../read/view-rollbacks.ts';
import type { DeploymentView, IncidentView, RollbackView } from '../views.ts';

interface RowOptions extends ExportOptions {
  /** How many facts to take into account; all that there are when absent. */
  readonly knownAt?: number | undefined;
}

/** Rows that are in memory at a time. */
const pageLength = 500;

/**
 * Every deployment by time, oldest first, all as known at one moment, in flat memory.
 * @throws LedgerError `invalid` for an environment that nobody registered or a window without time.
 */
export async function* exportDeployments(store: LedgerStore, options: RowOptions): AsyncGenerator<DeploymentView> {
  const { environment, ...filter } = await filterOf(store, options);
  const environments = environment === undefined ? undefined : [environment];
  const read = (page: Page) => store.deployments({ ...filter, environments }, page);
  for await (const rows of pages(read, (row) => row)) yield* await viewDeployments(store, rows);
}

/** Every rollback, likewise. */
export async function* exportRollbacks(store: LedgerStore, options: RowOptions): AsyncGenerator<RollbackView> {
  const filter = await filterOf(store, options);
  const read = (page: Page) => store.rollbacks(filter, page);
  for await (const rows of pages(read, (row) => row)) yield* await viewRollbacks(store, rows);
}

/** Every incident, likewise, by the time at which it was opened. */
export async function* exportIncidents(store: LedgerStore, options: RowOptions): AsyncGenerator<IncidentView> {
  const filter = await filterOf(store, options);
  const read = (page: Page) => store.incidents(filter, page);
  const place = ({ openedMs, id }: { readonly openedMs: number; readonly id: string }) => ({ atMs: openedMs, id });
  for await (const rows of pages(read, place)) yield* await viewIncidents(store, rows, filter.knownAt);
}

async function filterOf(store: LedgerStore, { service, environment, fromMs, toMs, knownAt }: RowOptions) {
  requireWindow({ fromMs, toMs });
  return {
    service: service?.normalize('NFC'),
    environment: await requireEnvironment(store, environment),
    fromMs,
    toMs,
    knownAt: knownAt ?? (await store.head()).size,
  };
}

async function* pages<Row>(
  read: (page: Page) => Promise<readonly Row[]>,
  place: (row: Row) => Place,
): AsyncGenerator<readonly Row[]> {
  let after: Place | undefined;
  do {
    const rows = await read({ oldestFirst: true, limit: pageLength, after });
    yield rows;
    const last = rows.length < pageLength ? undefined : rows.at(-1);
    after = last && place(last);
  } while (after !== undefined);
}
