import type { DeliveryFilter, DeliveryStore, NewDelivery, Settlement } from '../../../projections/delivery-store.ts';
import type { Page } from '../../../projections/read-store.ts';
import type { Sessions } from '../sessions.ts';
import { addDelivery } from './add-delivery.ts';
import { forgetContents, forgetSomeBefore, readContent, readContentsAfter } from './delivery-contents.ts';
import { listDeliveries, readDelivery, readFirstPending } from './list-deliveries.ts';
import { reopenDelivery, settleDelivery } from './settle-delivery.ts';

/** The deliveries of a ledger in a SQLite database. */
export class SqliteDeliveries implements DeliveryStore {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  add(delivery: NewDelivery) {
    return this.#sessions.transact(async (connection) => addDelivery(connection, delivery));
  }

  delivery(id: string) {
    return this.#sessions.read((connection) => readDelivery(connection, id));
  }

  deliveries(filter: DeliveryFilter, page: Page) {
    return this.#sessions.read((connection) => listDeliveries(connection, filter, page));
  }

  content(id: string) {
    return this.#sessions.read((connection) => readContent(connection, id));
  }

  firstPending() {
    return this.#sessions.read(readFirstPending);
  }

  settle(settlement: Settlement) {
    return this.#sessions.transact(async (connection) => settleDelivery(connection, settlement));
  }

  reopen(id: string) {
    return this.#sessions.transact(async (connection) => reopenDelivery(connection, id));
  }

  kept(afterId: string | undefined) {
    return this.#sessions.read((connection) => readContentsAfter(connection, afterId));
  }

  forget(ids: readonly string[]) {
    return this.#sessions.transact(async (connection) => forgetContents(connection, ids));
  }

  async forgetBefore(ms: number) {
    let forgotten = 0;
    for (let some = -1; some !== 0; forgotten += some) {
      some = await this.#sessions.transact(async (connection) => forgetSomeBefore(connection, ms));
    }
    return forgotten;
  }
}
