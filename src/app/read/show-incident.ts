import { LedgerError } from '../../domain/errors.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { IncidentView } from '../views.ts';
import { viewIncidents } from './view-incidents.ts';

/**
 * Shows one incident.
 * @throws LedgerError `not-found` when there is none.
 */
export async function showIncident(store: LedgerStore, id: string): Promise<IncidentView> {
  const [view] = await viewIncidents(store, await store.incidents({ id }));
  if (view !== undefined) return view;
  throw new LedgerError('not-found', `no incident ${JSON.stringify(id)} is recorded`, {
    field: 'id',
    hint: 'see the latest with: deploy-ledger list-incidents',
  });
}
