import { instant } from '../../domain/instant.ts';
import type { DeliveryRow } from '../../projections/delivery-store.ts';
import type { DeliveryView } from './webhooks.ts';

export function viewDelivery({ receivedMs, settledMs, events, ...row }: DeliveryRow): DeliveryView {
  const { id, source, bytes, state, kept } = row;
  return {
    id,
    source,
    receivedAt: instant(receivedMs),
    bytes,
    state,
    settledAt: settledMs === null ? null : instant(settledMs),
    events: events.map(({ event, recorded, ignored = null, error = null }) => ({ event, recorded, ignored, error })),
    kept,
  };
}
