import { type DeliveryStore, deliveryStates } from '../../projections/delivery-store.ts';
import { readPage } from '../read/read-page.ts';
import { requireWord } from '../read/require-word.ts';
import type { ListOf } from '../views.ts';
import { viewDelivery } from './view-delivery.ts';
import type { DeliveryQuery, DeliveryView } from './webhooks.ts';

/** @throws LedgerError `invalid` for a state, a limit or a cursor that does not exist. */
export async function listDeliveries(store: DeliveryStore, query: DeliveryQuery): Promise<ListOf<DeliveryView>> {
  const { source } = query;
  const word = requireWord('state', query.state, deliveryStates);
  const state = deliveryStates.find((one) => one === word);
  return readPage(query, {
    identity: { list: 'deliveries', source, state },
    read: (page) => store.deliveries({ source, state }, page),
    place: ({ receivedMs, id }) => ({ atMs: receivedMs, id }),
    view: async (rows) => rows.map(viewDelivery),
  });
}
