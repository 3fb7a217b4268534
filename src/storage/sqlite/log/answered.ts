import type { Answered } from '../../../ledger/log-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

type Row = [key: Uint8Array, request: Uint8Array, index: number, id: string];

const insert = 'INSERT INTO answered (ledger, key, request, "index", id) VALUES (?, ?, ?, ?, ?)';
const select = 'SELECT key, request, "index", id FROM answered WHERE ledger = ? AND key = ?';

export function insertAnswered(connection: Connection, answered: readonly Answered[]): void {
  for (const { key, request, index, id } of answered) connection.run(insert, [ledger, key, request, index, id]);
}

export function readAnswered(connection: Connection, keys: readonly Uint8Array[]): Answered[] {
  const rows = keys.flatMap((key) => connection.all<Row>(select, [ledger, key]));
  return rows.map(([key, request, index, id]) => ({ key, request, index, id }));
}
