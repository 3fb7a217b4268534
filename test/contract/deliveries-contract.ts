import assert from 'node:assert/strict';
import type { DeliveryStore, NewDelivery, Settlement } from '../../src/projections/delivery-store.ts';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { assertSame, type Suite, withLedger } from './contract.ts';
import { bytes } from './samples.ts';

const delivery = (place: number, fields: Partial<NewDelivery> = {}): NewDelivery => ({
  id: `delivery-${place}`,
  source: 'github',
  receivedMs: 1000 * place,
  headers: { 'x-github-event': 'push' },
  body: bytes(100, place),
  repetition: null,
  key: bytes(32, place),
  ...fields,
});

const settlement = (place: number, state: Settlement['state'] = 'recorded'): Settlement => ({
  id: `delivery-${place}`,
  state,
  events: [{ event: 'push', recorded: [{ id: 'd1', index: 0, known: false }] }],
  settledMs: 5000,
});

async function take(store: LedgerStore, ...places: readonly number[]): Promise<DeliveryStore> {
  const deliveries = await store.deliveries();
  for (const place of places) await deliveries.add(delivery(place));
  return deliveries;
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id.replace('delivery-', ''));

export const deliveriesContract: Suite = ({ describe, it }, open) => {
  describe('deliveries', () => {
    it('are kept byte for byte, pending at first', () =>
      withLedger(open, async (store) => {
        const deliveries = await take(store, 1);
        const pending = { state: 'pending', settledMs: null, events: [], kept: true } as const;
        const row = { id: 'delivery-1', source: 'github', receivedMs: 1000, bytes: 100, ...pending };
        assertSame(await deliveries.delivery('delivery-1'), row);
        const content = await deliveries.content('delivery-1');
        assertSame(content?.headers, { 'x-github-event': 'push' });
        assert.ok(content !== undefined && Buffer.compare(content.body, bytes(100, 1)) === 0);
        assert.equal(await deliveries.delivery('delivery-2'), undefined);
        assert.equal(await deliveries.content('delivery-2'), undefined);
      }));

    it('are kept once when they are known to be the same', () =>
      withLedger(open, async (store) => {
        const deliveries = await store.deliveries();
        const first = await deliveries.add(delivery(1, { repetition: bytes(32, 7) }));
        const again = await deliveries.add(delivery(2, { repetition: bytes(32, 7) }));
        assertSame(
          [first, again],
          [
            { id: 'delivery-1', repeated: false },
            { id: 'delivery-1', repeated: true },
          ],
        );
        assert.equal(await deliveries.delivery('delivery-2'), undefined);
      }));

    it('are processed in the order in which they came, and again when they are reopened', () =>
      withLedger(open, async (store) => {
        const deliveries = await take(store, 2, 1);
        assert.equal((await deliveries.firstPending())?.id, 'delivery-2');
        await deliveries.settle(settlement(2, 'failed'));
        assert.equal((await deliveries.firstPending())?.id, 'delivery-1');
        await deliveries.settle(settlement(1));
        assert.equal(await deliveries.firstPending(), undefined);
        const { id: _id, ...outcome } = settlement(2, 'failed');
        const settled = await deliveries.delivery('delivery-2');
        assertSame({ state: settled?.state, events: settled?.events, settledMs: settled?.settledMs }, outcome);
        await deliveries.reopen('delivery-2');
        assert.equal((await deliveries.firstPending())?.id, 'delivery-2');
      }));

    it('are listed latest first, in pages, by source and state', () =>
      withLedger(open, async (store) => {
        const deliveries = await take(store, 1, 3, 2);
        await deliveries.add(delivery(4, { source: 'gitlab', receivedMs: 2000 }));
        await deliveries.settle(settlement(3));
        assertSame(idsOf(await deliveries.deliveries({}, { limit: 2 })), ['3', '4']);
        const after = { atMs: 2000, id: 'delivery-4' };
        assertSame(idsOf(await deliveries.deliveries({}, { after })), ['2', '1']);
        assertSame(idsOf(await deliveries.deliveries({ source: 'gitlab' }, {})), ['4']);
        assertSame(idsOf(await deliveries.deliveries({ state: 'pending', source: 'github' }, {})), ['2', '1']);
      }));

    it('forget what they held and keep what became of it', () =>
      withLedger(open, async (store) => {
        const deliveries = await take(store, 1, 2, 3);
        await deliveries.add(delivery(0, { repetition: bytes(32, 7) }));
        for (const place of [0, 1, 3]) await deliveries.settle(settlement(place));
        assert.equal(await deliveries.forgetBefore(3000), 2);
        assertSame(idsOf(await deliveries.kept(undefined)), ['2', '3']);
        assertSame(idsOf(await deliveries.kept('delivery-2')), ['3']);
        await deliveries.forget(['delivery-3']);
        assert.equal(await deliveries.content('delivery-3'), undefined);
        const forgotten = await deliveries.delivery('delivery-3');
        assertSame([forgotten?.state, forgotten?.kept], ['recorded', false]);
        await deliveries.reopen('delivery-3');
        assert.equal((await deliveries.firstPending())?.id, 'delivery-2');
        assert.equal((await deliveries.add(delivery(5, { repetition: bytes(32, 7) }))).repeated, false);
      }));
  });
};
