import type { NewDeadLetter, PositionStore } from '../../../projections/position-store.ts';
import type { Sessions } from '../sessions.ts';
import { addDeadLetter, failDeadLetter, listDeadLetters, makeDeadLetterDue, removeDeadLetter } from './dead-letters.ts';
import { advancePosition, beginPosition } from './positions.ts';

/** The positions of receivers in a SQLite database. */
export class SqlitePositions implements PositionStore {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  begin(receiver: string, index: number) {
    return this.#sessions.transact(async (connection) => beginPosition(connection, receiver, index));
  }

  advance(receiver: string, index: number, dead?: NewDeadLetter) {
    return this.#sessions.transact(async (connection) => {
      if (dead !== undefined) addDeadLetter(connection, dead);
      advancePosition(connection, receiver, index);
    });
  }

  deadLetters({ due }: { readonly due?: boolean | undefined }) {
    return this.#sessions.read((connection) => listDeadLetters(connection, due));
  }

  sendAgain(id: string) {
    return this.#sessions.transact(async (connection) => makeDeadLetterDue(connection, id));
  }

  failAgain(id: string, error: string, failedMs: number) {
    return this.#sessions.transact(async (connection) => failDeadLetter(connection, id, error, failedMs));
  }

  settleDeadLetter(id: string) {
    return this.#sessions.transact(async (connection) => removeDeadLetter(connection, id));
  }
}
