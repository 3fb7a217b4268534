import type { DeliveryContent } from '../../../projections/delivery-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { decryptContent } from './content-cipher.ts';

type KeptContent = DeliveryContent & { readonly id: string };
type Row = [id: string, key: Uint8Array, content: Uint8Array];

/** Bodies that are in memory at once: a mebibyte each at most. */
const pageSize = 16;
const select = `SELECT id, key, content FROM deliveries JOIN delivery_keys USING (ledger, number)
  JOIN delivery_contents USING (ledger, number) WHERE ledger = ?`;
const selectOne = `${select} AND id = ?`;
const selectPage = `${select} AND number > ? ORDER BY number LIMIT ${pageSize}`;
const selectNumber = 'SELECT number FROM deliveries WHERE ledger = ? AND id = ?';
const selectOld = `SELECT number FROM deliveries
  WHERE ledger = ? AND kept = 1 AND received_ms < ? AND state <> 'pending' LIMIT 256`;
const overwriteKey = 'UPDATE delivery_keys SET key = zeroblob(32) WHERE ledger = ? AND number = ?';
const deleteContent = 'DELETE FROM delivery_contents WHERE ledger = ? AND number = ?';
// Sent again, it is another delivery: nothing is left to recognise it by but what it was about.
const markForgotten = 'UPDATE deliveries SET kept = 0, repetition = NULL WHERE ledger = ? AND number = ?';

export function readContent(connection: Connection, id: string): DeliveryContent | undefined {
  const row = connection.get<Row>(selectOne, [ledger, id]);
  return row && contentOf(row);
}

/** The next contents that are kept, in order of arrival. */
export function readContentsAfter(connection: Connection, id: string | undefined): KeptContent[] {
  const number = id === undefined ? 0 : (numberOf(connection, id) ?? 0);
  return connection.all<Row>(selectPage, [ledger, number]).map(contentOf);
}

export function forgetContents(connection: Connection, ids: readonly string[]): void {
  for (const id of ids) {
    const number = numberOf(connection, id);
    if (number !== undefined) forget(connection, number);
  }
}

/** Forgets some contents that are older, and says how many: none when all of them are forgotten. */
export function forgetSomeBefore(connection: Connection, ms: number): number {
  const numbers = connection.all<[number]>(selectOld, [ledger, ms]);
  for (const [number] of numbers) forget(connection, number);
  return numbers.length;
}

function forget(connection: Connection, number: number): void {
  for (const sql of [overwriteKey, deleteContent, markForgotten]) connection.run(sql, [ledger, number]);
}

function numberOf(connection: Connection, id: string): number | undefined {
  return connection.get<[number]>(selectNumber, [ledger, id])?.[0];
}

function contentOf([id, key, content]: Row): KeptContent {
  return { id, ...decryptContent(content, key) };
}
