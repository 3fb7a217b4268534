import { LedgerError } from '../../domain/errors.ts';
import type { Connection } from './connection.ts';
import { retryWhileLocked } from './retry-while-locked.ts';
import { SerialQueue } from './serial-queue.ts';
import { inTransaction, type Sessions } from './sessions.ts';

export interface FileConnections {
  /** The path, for messages. */
  readonly path: string;
  /** Absent when the file was opened for reading only. */
  readonly writer?: Connection | undefined;
  /** Called once, before the first read. */
  readonly openReader: () => Connection;
  /** How long to wait for the locks of others. */
  readonly waitMs: number;
}

/** One connection to write and, once it is needed, another to read: no reader sees or waits for a transaction that is under way. */
export class FileSessions implements Sessions {
  readonly #connections: FileConnections;
  readonly #queue = new SerialQueue();
  #reader: Connection | undefined;
  #closed = false;

  constructor(connections: FileConnections) {
    this.#connections = connections;
  }

  read<Result>(query: (connection: Connection) => Result): Promise<Result> {
    const { writer, openReader, waitMs } = this.#connections;
    return retryWhileLocked(() => {
      if (this.#closed) throw new Error('the store is closed');
      // Between transactions the writer can read, and a command that records one fact need not open a second connection.
      if (this.#reader === undefined && writer !== undefined && !writer.inTransaction) return query(writer);
      this.#reader ??= openReader();
      return query(this.#reader);
    }, waitMs);
  }

  transact<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#queue.run(() => inTransaction(this.#writer(), this.#connections.waitMs, work));
  }

  truncateLog(): Promise<void> {
    return this.#queue.run(() => retryWhileLocked(() => this.#tryTruncateLog(), this.#connections.waitMs));
  }

  close(): Promise<void> {
    return this.#queue.run(() => {
      if (this.#closed) return;
      this.#closed = true;
      this.#reader?.close();
      this.#connections.writer?.closeAsOneFile();
    });
  }

  #writer(): Connection {
    const { writer, path } = this.#connections;
    if (writer !== undefined) return writer;
    throw new LedgerError('storage', `${path} was opened for reading only`, { hint: 'open it for writing' });
  }

  #tryTruncateLog(): void {
    if (this.#writer().truncateLog()) return;
    const { path } = this.#connections;
    throw new LedgerError('overloaded', `others are using ${path}, so what was erased is still in ${path}-wal`, {
      hint: 'end them, or wait until they are done, and do it again',
    });
  }
}
