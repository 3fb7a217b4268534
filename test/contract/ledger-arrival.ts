import assert from 'node:assert/strict';
import { type OpenedLedger, openOver } from '../support/ledgers.ts';
import { allRows, assertSameRows, knownAt } from '../support/ledgers-contents.ts';
import { madeUpHistory, otherOrder } from '../support/ledgers-history.ts';
import { assertFoldedWhole } from '../support/ledgers-lanes.ts';
import type { OpenStore, Suite } from './contract.ts';

type Row = Readonly<Record<string, unknown>>;

export const arrivalSuite: Suite = ({ describe, it }, open) => {
  describe('the same claims in any order of arrival', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      it(`lead to the same state (made-up history ${seed})`, async () => {
        const history = madeUpHistory({ seed, claims: 70, hours: 40, services: ['api', 'web'] });
        const [first, ...others] = await Promise.all([
          stateAfter(
            open,
            history.map(({ claim }) => claim),
          ),
          ...['a', 'b', 'c'].map((other) => stateAfter(open, otherOrder(history, seed + other))),
        ]);
        for (const state of others) assertSameRows(state, first ?? []);
      });
    }
  });

  describe('what was known at an earlier moment', () => {
    for (const seed of ['1', '2', '3']) {
      it(`is what a ledger knew that saw no more than that (made-up history ${seed})`, async () => {
        const claims = otherOrder(madeUpHistory({ seed, claims: 45, hours: 30, services: ['api'] }), `${seed}x`);
        const ledger = await openOver(await open(), { scratch: open });
        const rows: Row[][] = [];
        for (const claim of claims) {
          await Promise.allSettled([ledger.take(claim)]);
          rows[(await ledger.store.head()).size] = [...(await allRows(ledger.store))];
        }
        const now = rows.at(-1) ?? [];
        for (const [size, then] of rows.entries()) {
          if (then !== undefined) assertSameRows(knownAt(now, size), then, `at ${size}`);
        }
        await ledger.close();
      });
    }
  });

  describe('folding the log again', () => {
    it('leads to the rows that are there', async () => {
      const ledger = await openOver(await open(), { scratch: open });
      for (const claim of otherOrder(
        madeUpHistory({ seed: 'again', claims: 120, hours: 60, services: ['api', 'web'] }),
        'order',
      ))
        await Promise.allSettled([ledger.take(claim)]);
      const before = await allRows(ledger.store);
      assert.ok(before.length > 200);
      await ledger.rebuild();
      assertSameRows(await allRows(ledger.store), before);
      assert.equal(await ledger.store.projectionsStale(), false);
      await ledger.close();
    });
  });
};

/** What a ledger says now after it recorded claims, without what depends on when and in which order. */
export async function stateAfter(open: OpenStore, claims: readonly unknown[]): Promise<Row[]> {
  const ledger = await openOver(await open(), { scratch: open });
  const refused = (await Promise.allSettled(claims.map((claim) => ledger.take(claim)))).filter(
    ({ status }) => status === 'rejected',
  );
  assert.deepEqual(refused, []);
  await assertFoldedWhole(ledger.store);
  assert.deepEqual((await ledger.verify({})).failures, []);
  const state = await timelessRows(ledger);
  await ledger.close();
  return state;
}

async function timelessRows({ store }: OpenedLedger): Promise<Row[]> {
  const names = new Map<unknown, string>();
  for (const { name, actor } of await store.actorsNamed(['Ann', 'Bob', 'Zoë'])) names.set(actor, name);
  const current = (await allRows(store)).filter(({ knownTo }) => knownTo === null);
  return current.map(({ index, recordedMs, knownFrom, sealed, initiator, ...row }) => ({
    ...row,
    initiator: names.get(initiator) ?? initiator,
  }));
}
