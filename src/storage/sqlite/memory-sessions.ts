import type { Connection } from './connection.ts';
import { SerialQueue } from './serial-queue.ts';
import { inTransaction, type Sessions } from './sessions.ts';

/** One connection for everything, as the database lives no longer than it: a read waits until the transaction before it is over. */
export class MemorySessions implements Sessions {
  readonly #connection: Connection;
  readonly #queue = new SerialQueue();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  read<Result>(query: (connection: Connection) => Result): Promise<Result> {
    return this.#queue.run(() => query(this.#connection));
  }

  transact<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#queue.run(() => inTransaction(this.#connection, 0, work));
  }

  async truncateLog(): Promise<void> {}

  close(): Promise<void> {
    return this.#queue.run(() => this.#connection.close());
  }
}
