import type {
  DeliveryContent,
  DeliveryFilter,
  DeliveryRow,
  DeliveryStore,
  NewDelivery,
  Settlement,
} from '../../src/projections/delivery-store.ts';
import type { Page } from '../../src/projections/read-store.ts';
import { sortedBy } from './ordering.ts';

interface Delivery extends DeliveryRow {
  readonly content: DeliveryContent | undefined;
  readonly repetition: string | undefined;
}

/** Deliveries in a plain list, in order of arrival. */
export class ReferenceDeliveries implements DeliveryStore {
  #all: readonly Delivery[] = [];

  async add({ id, source, receivedMs, headers, body, repetition }: NewDelivery) {
    const known = repetition === null ? undefined : Buffer.from(repetition).toString('hex');
    const before = this.#all.find((one) => known !== undefined && one.repetition === known);
    if (before !== undefined) return { id: before.id, repeated: true };
    const fresh = { state: 'pending', settledMs: null, events: [], kept: true } as const;
    const content = { headers, body };
    this.#all = [...this.#all, { ...fresh, id, source, receivedMs, bytes: body.length, content, repetition: known }];
    return { id, repeated: false };
  }

  async delivery(id: string) {
    return rowOf(this.#all.find((one) => one.id === id));
  }

  async deliveries({ source, state }: DeliveryFilter, { limit, after }: Page) {
    const found = this.#all.filter(
      (one) =>
        (source === undefined || one.source === source) &&
        (state === undefined || one.state === state) &&
        (after === undefined || one.receivedMs < after.atMs || (one.receivedMs === after.atMs && one.id < after.id)),
    );
    const sorted = sortedBy(found, ({ receivedMs, id }) => [receivedMs, id]).reverse();
    return sorted.slice(0, limit).flatMap((one) => rowOf(one) ?? []);
  }

  async content(id: string) {
    return this.#all.find((one) => one.id === id)?.content;
  }

  async firstPending() {
    return rowOf(this.#all.find(({ state }) => state === 'pending'));
  }

  async settle({ id, state, events, settledMs }: Settlement) {
    this.#change((one) => (one.id === id ? { ...one, state, events, settledMs } : one));
  }

  async reopen(id: string) {
    this.#change((one) => (one.id === id && one.kept ? { ...one, state: 'pending', settledMs: null } : one));
  }

  async kept(afterId: string | undefined) {
    const from = this.#all.findIndex(({ id }) => id === afterId) + 1;
    return this.#all.slice(from).flatMap(({ id, content }) => (content === undefined ? [] : [{ id, ...content }]));
  }

  async forget(ids: readonly string[]) {
    const forgotten = { kept: false, content: undefined, repetition: undefined } as const;
    this.#change((one) => (ids.includes(one.id) ? { ...one, ...forgotten } : one));
  }

  async forgetBefore(ms: number) {
    const old = this.#all.filter((one) => one.kept && one.receivedMs < ms && one.state !== 'pending');
    await this.forget(old.map(({ id }) => id));
    return old.length;
  }

  #change(change: (delivery: Delivery) => Delivery): void {
    this.#all = this.#all.map(change);
  }
}

function rowOf(delivery: Delivery | undefined): DeliveryRow | undefined {
  if (delivery === undefined) return undefined;
  const { content: _content, repetition: _repetition, ...row } = delivery;
  return row;
}
