import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

const insert = 'INSERT INTO positions (ledger, receiver, next) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
const select = 'SELECT next FROM positions WHERE ledger = ? AND receiver = ?';
const update = 'UPDATE positions SET next = ? WHERE ledger = ? AND receiver = ? AND next < ?';

export function beginPosition(connection: Connection, receiver: string, index: number): number {
  connection.run(insert, [ledger, receiver, index]);
  return connection.get<[number]>(select, [ledger, receiver])?.[0] ?? index;
}

export function advancePosition(connection: Connection, receiver: string, index: number): void {
  connection.run(update, [index, ledger, receiver, index]);
}
