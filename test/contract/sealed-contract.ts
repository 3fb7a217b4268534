import assert from 'node:assert/strict';
import type { Answered, Opening } from '../../src/ledger/log-store.ts';
import { assertSame, collect, type Suite, withLedger } from './contract.ts';
import { appendFacts, bytes } from './samples.ts';

function opening(index: number, path: string, value = '"text"'): Opening {
  return { index, path, salt: bytes(32, index), value };
}

const openings = [opening(0, '/b'), opening(0, '/a'), opening(2, ''), opening(1, '/a/0'), opening(1, '/a')];
const inOrder = ['0/a', '0/b', '1/a', '1/a/0', '2'];
const places = (found: readonly Opening[]) => found.map(({ index, path }) => `${index}${path}`);

export const sealedContract: Suite = ({ describe, it }, open) => {
  describe('openings', () => {
    it('are gone through by index and path', () =>
      withLedger(open, async (store) => {
        await appendFacts(store, 3, { openings });
        assert.deepEqual(places(await collect(store.openings(0, 3))), inOrder);
        assert.deepEqual(places(await collect(store.openings(1, 2))), ['1/a', '1/a/0']);
        assert.deepEqual(places(await collect(store.openings(2, 9))), ['2']);
      }));

    it('are gone through when there are many', () =>
      withLedger(open, async (store) => {
        const many = Array.from({ length: 700 }, (_, place) => opening(place % 7, `/data/${place}`));
        await appendFacts(store, 7, { openings: many });
        assert.equal(new Set(places(await collect(store.openings(0, 7)))).size, 700);
      }));

    it('are found by the facts that they open, with their text as it was', () =>
      withLedger(open, async (store) => {
        const text = JSON.stringify(`naïve 🚀 \u0000 ${'x'.repeat(40_000)}`);
        await appendFacts(store, 3, { openings: [...openings, opening(2, '/z', text)] });
        assertSame(await store.openingsOf([2, 0, 2, 7]), [
          opening(0, '/a'),
          opening(0, '/b'),
          opening(2, ''),
          opening(2, '/z', text),
        ]);
      }));
  });

  describe('actors', () => {
    it('are found by name, which several may have, and by reference', () =>
      withLedger(open, async (store) => {
        const actors = ['ann', 'bob', 'ann'].map((name, place) => ({ actor: `actor-${place}`, name }));
        await appendFacts(store, 1, { actors });
        assert.deepEqual(new Set(await store.actorsNamed(['ann', 'eve'])), new Set([actors[0], actors[2]]));
        assert.deepEqual(await store.actors(['actor-1', 'actor-9']), [actors[1]]);
        assert.deepEqual(await store.actorsNamed(['ANN', 'an']), []);
      }));
  });

  describe('erasure', () => {
    it('takes openings and actors away, and nothing else', () =>
      withLedger(open, async (store) => {
        const actors = ['ann', 'bob'].map((name) => ({ actor: `actor-${name}`, name }));
        await appendFacts(store, 3, { openings, actors });
        await store.transact((transaction) => transaction.erase([{ index: 0, path: '/a' }], ['actor-ann']));
        await store.forgetErased();
        assert.deepEqual(places(await collect(store.openings(0, 3))), inOrder.slice(1));
        assert.deepEqual(await store.actors(['actor-ann', 'actor-bob']), [actors[1]]);
        assert.equal((await store.head()).size, 3);
      }));
  });

  describe('answers to requests', () => {
    it('are found by key inside a transaction', () =>
      withLedger(open, async (store) => {
        const answered = [1, 2, 3].map(
          (n): Answered => ({ key: bytes(32, n), request: bytes(32, n + 9), index: n, id: `deploy-${n}` }),
        );
        await appendFacts(store, 4, { answered });
        await store.transact(async (transaction) => {
          assertSame(await transaction.answered([bytes(32, 2), bytes(32, 8)]), [answered[1]]);
          assert.deepEqual(await transaction.answered([]), []);
        });
      }));
  });
};
