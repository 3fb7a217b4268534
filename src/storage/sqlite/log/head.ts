import type { Head } from '../../../ledger/log-store.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';

const select = 'SELECT size, compact_range, recorded_ms FROM head WHERE ledger = ?';
const update = 'UPDATE head SET size = ?, compact_range = ?, recorded_ms = ? WHERE ledger = ? AND size = ?';

/** The head of the log; that of an empty log where no ledger was made yet. */
export function readHead(connection: Connection): Head {
  const [size, range, recordedMs] = connection.get<[number, Uint8Array, number]>(select, [ledger]) ?? [
    0,
    new Uint8Array(),
    0,
  ];
  return { size, range, recordedMs };
}

/** Moves the head from the end of `from` facts: a batch that was made for another log fails here, whatever else it got wrong. */
export function advanceHead(connection: Connection, from: number, { size, range, recordedMs }: Head): void {
  if (connection.run(update, [size, range, recordedMs, ledger, from]) === 1) return;
  throw new Error(`a batch of ${size - from} facts up to ${size} does not continue the log`);
}
