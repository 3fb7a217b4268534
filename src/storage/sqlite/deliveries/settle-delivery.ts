import type { Settlement } from '../../../projections/delivery-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

const settle = 'UPDATE deliveries SET state = ?, events = ?, settled_ms = ? WHERE ledger = ? AND id = ?';
const reopen = `UPDATE deliveries SET state = 'pending', settled_ms = NULL WHERE ledger = ? AND id = ? AND kept = 1`;

export function settleDelivery(connection: Connection, { id, state, events, settledMs }: Settlement): void {
  connection.run(settle, [state, JSON.stringify(events), settledMs, ledger, id]);
}

export function reopenDelivery(connection: Connection, id: string): void {
  connection.run(reopen, [ledger, id]);
}
