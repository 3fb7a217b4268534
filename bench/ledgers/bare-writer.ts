import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import type { SqlRow } from '../../src/storage/sqlite/connection.ts';
import { sqliteDriver } from '../../src/storage/sqlite/driver.ts';
import { settings } from '../../src/storage/sqlite/prepare-database.ts';
import type { Execution } from './bare-statements.ts';

/** A statement, prepared, and the values of one execution. */
export type Bound = readonly [statement: StatementSyncInstance, values: SqlRow];

/** Writes to a ledger's file with nothing but prepared statements: the least that a durable append can cost. */
export class BareWriter {
  readonly #database: DatabaseSyncInstance;
  readonly #statements = new Map<string, StatementSyncInstance>();

  /** Opens the file with the settings that the program writes with, so that both pay for the same durability. */
  constructor(path: string) {
    const { DatabaseSync } = sqliteDriver();
    this.#database = new DatabaseSync(path);
    for (const [setting, value] of settings) this.#database.exec(`PRAGMA ${setting} = ${value}`);
  }

  prepare(executions: readonly Execution[]): Bound[] {
    return executions.map(([sql, values]) => {
      const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
      this.#statements.set(sql, statement);
      return [statement, values];
    });
  }

  /** One durable transaction. */
  write(batch: readonly Bound[]): void {
    this.#database.exec('BEGIN IMMEDIATE');
    for (const [statement, values] of batch) statement.run(...values);
    this.#database.exec('COMMIT');
  }

  close(): void {
    this.#database.close();
  }
}
