import { LedgerError } from '../../domain/errors.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { RollbackView } from '../views.ts';
import { viewRollbacks } from './view-rollbacks.ts';

/**
 * Shows one rollback.
 * @throws LedgerError `not-found` when there is none.
 */
export async function showRollback(store: LedgerStore, id: string): Promise<RollbackView> {
  const [view] = await viewRollbacks(store, await store.rollbacks({ ids: [id] }));
  if (view !== undefined) return view;
  throw new LedgerError('not-found', `no rollback ${JSON.stringify(id)} is recorded`, {
    field: 'id',
    hint: 'see the latest with: deploy-ledger list-rollbacks',
  });
}
