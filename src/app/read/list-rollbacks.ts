import type { LedgerStore } from '../../projections/read-store.ts';
import type { RollbackQuery } from '../queries.ts';
import type { ListOf, RollbackView } from '../views.ts';
import { factsKnownAt } from './known-at.ts';
import { readPage } from './read-page.ts';
import { requireEnvironment } from './require-environment.ts';
import { requireWindow } from './require-window.ts';
import { viewRollbacks } from './view-rollbacks.ts';

/**
 * Lists rollbacks, newest first.
 * @throws LedgerError `invalid` for an environment, a limit, a cursor or an index that does not exist.
 */
export async function listRollbacks(store: LedgerStore, query: RollbackQuery): Promise<ListOf<RollbackView>> {
  const { fromMs, toMs } = query;
  requireWindow(query);
  const service = query.service?.normalize('NFC');
  const environment = await requireEnvironment(store, query.environment);
  const knownAt = await factsKnownAt(store, query.knownAt);
  return readPage(query, {
    identity: { list: 'rollbacks', service, environment },
    read: (page) => store.rollbacks({ service, environment, fromMs, toMs, knownAt }, page),
    place: ({ atMs, id }) => ({ atMs, id }),
    view: (rows) => viewRollbacks(store, rows),
  });
}
