import type { DeliveryFilter, DeliveryRow } from '../../../projections/delivery-store.ts';
import type { Page } from '../../../projections/read-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { Conditions } from '../read-models/conditions.ts';
import { columns, deliveryOf, type Row } from './delivery-row.ts';

const selectOne = `SELECT ${columns} FROM deliveries WHERE ledger = ? AND id = ?`;
const selectPending = `SELECT ${columns} FROM deliveries WHERE ledger = ? AND state = 'pending' ORDER BY number LIMIT 1`;

export function readDelivery(connection: Connection, id: string): DeliveryRow | undefined {
  const row = connection.get<Row>(selectOne, [ledger, id]);
  return row && deliveryOf(row);
}

export function readFirstPending(connection: Connection): DeliveryRow | undefined {
  const row = connection.get<Row>(selectPending, [ledger]);
  return row && deliveryOf(row);
}

export function listDeliveries(connection: Connection, filter: DeliveryFilter, page: Page): DeliveryRow[] {
  const { limit = -1, after } = page;
  const where = new Conditions<DeliveryRow>().equal('source', filter.source).equal('state', filter.state);
  if (after !== undefined) where.add('(received_ms, id) < (?, ?)', [after.atMs, after.id]);
  const sql = `SELECT ${columns} FROM deliveries WHERE ledger = ?${where.sql} ORDER BY received_ms DESC, id DESC LIMIT ?`;
  return connection.all<Row>(sql, [ledger, ...where.values, limit]).map(deliveryOf);
}
