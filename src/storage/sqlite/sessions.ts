import type { Connection } from './connection.ts';
import { retryWhileLocked } from './retry-while-locked.ts';

/** How a database is read and written: on which connection, and when. */
export interface Sessions {
  /** Runs a query that sees what was committed, and nothing else. */
  read<Result>(query: (connection: Connection) => Result): Promise<Result>;
  /** Runs work that is committed as a whole when it is done, or leaves nothing when it throws; one after the other. */
  transact<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Moves what is in the write-ahead log into the database, and truncates it. */
  truncateLog(): Promise<void>;
  close(): Promise<void>;
}

/** Runs work in a transaction that nobody else can write beside, from its first moment on. */
export async function inTransaction<Result>(
  connection: Connection,
  waitMs: number,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  await retryWhileLocked(() => connection.run('BEGIN IMMEDIATE', []), waitMs);
  try {
    const result = await work(connection);
    connection.run('COMMIT', []);
    return result;
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (connection.inTransaction) connection.run('ROLLBACK', []);
    throw error;
  }
}
