import type { NewDelivery } from '../../../projections/delivery-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { encryptContent } from './content-cipher.ts';

const selectRepetition = 'SELECT id FROM deliveries WHERE ledger = ? AND repetition = ?';
const selectNext = 'SELECT coalesce(max(number), 0) + 1 FROM deliveries WHERE ledger = ?';
const insert = `INSERT INTO deliveries (ledger, number, id, source, received_ms, bytes, state, events, kept, repetition)
  VALUES (?, ?, ?, ?, ?, ?, 'pending', '[]', 1, ?)`;
const insertKey = 'INSERT INTO delivery_keys (ledger, number, key) VALUES (?, ?, ?)';
const insertContent = 'INSERT INTO delivery_contents (ledger, number, content) VALUES (?, ?, ?)';

export function addDelivery(connection: Connection, delivery: NewDelivery): { id: string; repeated: boolean } {
  const { id, source, receivedMs, body, repetition, key } = delivery;
  const known = repetition === null ? undefined : connection.get<[string]>(selectRepetition, [ledger, repetition]);
  if (known !== undefined) return { id: known[0], repeated: true };
  const [number] = connection.get<[number]>(selectNext, [ledger]) ?? [1];
  connection.run(insert, [ledger, number, id, source, receivedMs, body.length, repetition]);
  connection.run(insertKey, [ledger, number, key]);
  connection.run(insertContent, [ledger, number, encryptContent(delivery, key)]);
  return { id, repeated: false };
}
