import type { DeadLetter, NewDeadLetter } from '../../../projections/position-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

type Row = [
  number: number,
  receiver: string,
  index: number,
  attempts: number,
  error: string,
  failedMs: number,
  due: number,
];

const columns = 'number, receiver, "index", attempts, error, failed_ms, due';
const selectNext = 'SELECT coalesce(max(number), 0) + 1 FROM dead_letters WHERE ledger = ?';
// Told twice and not taken twice, it is one dead letter.
const insert = `INSERT INTO dead_letters (ledger, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING`;
const selectAll = `SELECT ${columns} FROM dead_letters WHERE ledger = ? ORDER BY number`;
const selectDue = `SELECT ${columns} FROM dead_letters WHERE ledger = ? AND due = 1 ORDER BY number`;
const makeDue = 'UPDATE dead_letters SET due = 1 WHERE ledger = ? AND number = ?';
const fail = `UPDATE dead_letters SET due = 0, attempts = attempts + 1, error = ?, failed_ms = ?
  WHERE ledger = ? AND number = ?`;
const remove = 'DELETE FROM dead_letters WHERE ledger = ? AND number = ?';

export function addDeadLetter(
  connection: Connection,
  { receiver, index, attempts, error, failedMs }: NewDeadLetter,
): void {
  const [number] = connection.get<[number]>(selectNext, [ledger]) ?? [1];
  connection.run(insert, [ledger, number, receiver, index, attempts, error, failedMs]);
}

export function listDeadLetters(connection: Connection, due: boolean | undefined): DeadLetter[] {
  const rows = connection.all<Row>(due ? selectDue : selectAll, [ledger]).map(letterOf);
  return due === false ? rows.filter((letter) => !letter.due) : rows;
}

export function makeDeadLetterDue(connection: Connection, id: string): boolean {
  return connection.run(makeDue, [ledger, numberOf(id)]) > 0;
}

export function failDeadLetter(connection: Connection, id: string, error: string, failedMs: number): void {
  connection.run(fail, [error, failedMs, ledger, numberOf(id)]);
}

export function removeDeadLetter(connection: Connection, id: string): void {
  connection.run(remove, [ledger, numberOf(id)]);
}

function letterOf([number, receiver, index, attempts, error, failedMs, due]: Row): DeadLetter {
  return { id: `dead-${number}`, receiver, index, attempts, error, failedMs, due: due === 1 };
}

/** No dead letter has the number 0. */
function numberOf(id: string): number {
  return Number(/^dead-(\d{1,15})$/.exec(id)?.[1] ?? 0);
}
