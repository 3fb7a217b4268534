import type { DatabaseSyncInstance, DatabaseSyncOptions, StatementSyncInstance } from '@photostructure/sqlite';
import { sqliteDriver } from './driver.ts';
import { storageError } from './storage-error.ts';

/** What a column can hold; numbers are whole. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = readonly SqlValue[];

/** Prepared statements that are kept: more than this program has, but filters can be combined in thousands of ways. */
const mostStatements = 500;

/**
 * One connection to a database. Statements are prepared once and kept; a row is the array of its columns, which is faster to read
 * than an object. `place` stands for the database in messages.
 * Every method throws LedgerError `storage` or `overloaded` for what people can do something about.
 */
export class Connection {
  readonly #database: DatabaseSyncInstance;
  readonly #place: string;
  readonly #statements = new Map<string, StatementSyncInstance>();

  constructor(location: string | URL, place: string, options: DatabaseSyncOptions = {}) {
    const { DatabaseSync } = sqliteDriver();
    this.#place = place;
    // A lock is waited for asynchronously (see retryWhileLocked): a server must not stand still in here.
    this.#database = this.#translated(() => new DatabaseSync(location, { ...options, timeout: 0 }));
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** Every row of the answer; `Row` says what its columns are. */
  all<Row extends SqlRow>(sql: string, values: SqlRow = []): Row[] {
    return this.#translated(() => this.#prepare(sql).all(...values));
  }

  /** The first row of the answer. */
  get<Row extends SqlRow>(sql: string, values: SqlRow = []): Row | undefined {
    return this.#translated(() => this.#prepare(sql).get(...values));
  }

  /** Runs a statement that answers nothing, and says how many rows it changed. */
  run(sql: string, values: SqlRow): number {
    return this.#translated(() => this.#prepare(sql).run(...values).changes);
  }

  /** Runs several queries that all see what one moment's commits had made of the database. */
  atOneMoment<Result>(queries: () => Result): Result {
    if (this.inTransaction) return queries();
    this.execute('BEGIN');
    try {
      return queries();
    } finally {
      this.execute('COMMIT');
    }
  }

  /** Runs statements that are needed once. */
  execute(sql: string): void {
    this.#translated(() => this.#database.exec(sql));
  }

  /** Moves the write-ahead log into the database and truncates it; false when others are reading from it. */
  truncateLog(): boolean {
    const [busy] = this.get<[number]>('PRAGMA wal_checkpoint(TRUNCATE)') ?? [];
    return busy === 0;
  }

  /**
   * Closes, and leaves everything in the one file if nobody else is using it. SQLite would do so by itself if the driver for Node 20
   * did not keep prepared statements, and so the connection, until they are collected as garbage.
   */
  closeAsOneFile(): void {
    try {
      this.truncateLog();
    } catch {
      // What was committed is safe in the write-ahead log, too.
    }
    this.close();
  }

  close(): void {
    this.#translated(() => this.#database.close());
  }

  #prepare(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    if (this.#statements.size === mostStatements) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }

  #translated<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw storageError(error, this.#place);
    }
  }
}
