import type { DeliveryRow, DeliveryStore } from '../../projections/delivery-store.ts';

/** Processes what is pending, one delivery after the other in the order in which they came. */
export class DeliveryQueue {
  readonly #store: DeliveryStore;
  readonly #process: (delivery: DeliveryRow) => Promise<void>;
  #working: Promise<void> | undefined;
  /** Whether something may have come since the queue was last seen to be empty. */
  #woken = false;
  #closed = false;

  /** `process` settles the delivery, or throws when the queue cannot go on for now. */
  constructor(store: DeliveryStore, process: (delivery: DeliveryRow) => Promise<void>) {
    this.#store = store;
    this.#process = process;
  }

  /** Makes sure that what is pending is processed. Resolves when nothing is; rejects when it cannot go on. */
  wake(): Promise<void> {
    this.#woken = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  /** Waits for the delivery that is being processed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#working?.catch(() => {});
  }

  async #work(): Promise<void> {
    while (this.#woken && !this.#closed) {
      this.#woken = false;
      for (let next = await this.#next(); next !== undefined; next = await this.#next()) await this.#process(next);
    }
  }

  async #next(): Promise<DeliveryRow | undefined> {
    return this.#closed ? undefined : this.#store.firstPending();
  }
}
