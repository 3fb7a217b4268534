import type { DeliveryRow, DeliveryState, EventOutcome } from '../../../projections/delivery-store.ts';

export const columns = 'id, source, received_ms, bytes, state, settled_ms, events, kept';
export type Row = [
  id: string,
  source: string,
  receivedMs: number,
  bytes: number,
  state: string,
  settledMs: number | null,
  events: string,
  kept: number,
];

export function deliveryOf([id, source, receivedMs, bytes, state, settledMs, events, kept]: Row): DeliveryRow {
  return {
    id,
    source,
    receivedMs,
    bytes,
    state: state as DeliveryState,
    settledMs,
    events: JSON.parse(events) as readonly EventOutcome[],
    kept: kept === 1,
  };
}
