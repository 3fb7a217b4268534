import assert from 'node:assert/strict';
import { assertSame, collect, type Suite, withLedger } from './contract.ts';
import { appendFacts, batchOf, bytes, storedFact, storedTile } from './samples.ts';

export const logContract: Suite = ({ describe, it }, open) => {
  describe('the log', () => {
    it('gives back facts as they were appended', () =>
      withLedger(open, async (store) => {
        const facts = [storedFact(0), storedFact(1, { subject: 'service:ünïcödé 🚀', bytes: bytes(32_768, 5) })];
        await store.transact((transaction) => transaction.append(batchOf(facts)));
        assertSame(await store.head(), batchOf(facts).head);
        assertSame([await store.fact(0), await store.fact(1), await store.fact(2)], [...facts, undefined]);
        assertSame(await collect(store.facts(0, 10)), facts);
      }));

    it('keeps times and indexes beyond 32 bits exact', () =>
      withLedger(open, async (store) => {
        const fact = storedFact(0, { recordedMs: Date.UTC(9999, 11, 31, 23, 59, 59, 999) });
        await store.transact((transaction) => transaction.append(batchOf([fact])));
        assertSame([await store.fact(0), (await store.head()).recordedMs], [fact, fact.recordedMs]);
      }));

    it('goes through any stretch of itself in order', () =>
      withLedger(open, async (store) => {
        for (const count of [300, 1, 299]) await appendFacts(store, count);
        const indexes = (await collect(store.facts(5, 590))).map(({ index }) => index);
        assert.deepEqual(
          indexes,
          Array.from({ length: 585 }, (_, place) => place + 5),
        );
        assert.deepEqual(await collect(store.facts(600, 700)), []);
        assert.deepEqual(await collect(store.facts(7, 7)), []);
      }));

    it('finds the facts of subjects in its own order', () =>
      withLedger(open, async (store) => {
        const subjects = ['incident:b', 'incident:a', 'incident:b', 'service:b', 'incident:a'];
        const facts = subjects.map((subject, index) => storedFact(index, { subject }));
        await store.transact((transaction) => transaction.append(batchOf(facts)));
        const found = await store.factsOf(['incident:b', 'incident:a', 'incident:b', 'incident:']);
        assert.deepEqual(
          found.map(({ index }) => index),
          [0, 1, 2, 4],
        );
      }));

    it('joins leaf hashes, and finds those of single facts', () =>
      withLedger(open, async (store) => {
        await appendFacts(store, 20);
        const hashes = [3, 4, 5].map((index) => storedFact(index).leafHash);
        assertSame(await store.leafHashes(3, 6), Buffer.concat(hashes));
        assertSame(await store.leafHashes(6, 6), new Uint8Array());
        assertSame(await store.leafHashesOf([5, 3, 99]), new Map([3, 5].map((n) => [n, storedFact(n).leafHash])));
      }));

    it('knows how long it was at any time', () =>
      withLedger(open, async (store) => {
        const times = [10, 10, 20, 20, 20, 30];
        const facts = times.map((recordedMs, index) => storedFact(index, { recordedMs }));
        await store.transact((transaction) => transaction.append(batchOf(facts)));
        const sizes = await Promise.all([0, 9, 10, 15, 20, 29, 30, 31].map((ms) => store.sizeKnownAt(ms)));
        assert.deepEqual(sizes, [0, 0, 2, 2, 5, 5, 6, 6]);
      }));

    it('refuses a batch that does not continue it', () =>
      withLedger(open, async (store) => {
        await appendFacts(store, 3);
        const appendAt = (index: number) =>
          store.transact((transaction) => transaction.append(batchOf([storedFact(index)])));
        await assert.rejects(appendAt(4));
        await assert.rejects(appendAt(2));
        assert.equal((await store.head()).size, 3);
      }));
  });

  describe('tiles and checkpoints', () => {
    it('are found by level and place, and gone through in that order', () =>
      withLedger(open, async (store) => {
        const tiles = [storedTile(0, 1), storedTile(1, 0), storedTile(0, 0), storedTile(0, 2)];
        await appendFacts(store, 1, { tiles });
        assertSame(await store.tile(0, 1), storedTile(0, 1));
        assert.equal(await store.tile(1, 1), undefined);
        const roots = Buffer.concat([storedTile(0, 1).root, storedTile(0, 2).root]);
        assertSame(await store.tileRoots(0, 1, 3), roots);
        assertSame(await collect(store.tiles()), [
          storedTile(0, 0),
          storedTile(0, 1),
          storedTile(0, 2),
          storedTile(1, 0),
        ]);
      }));

    it('are gone through when there are many', () =>
      withLedger(open, async (store) => {
        const tiles = Array.from({ length: 150 }, (_, n) => storedTile(0, n));
        await appendFacts(store, 1, { tiles });
        assertSame(await collect(store.tiles()), tiles);
      }));

    it('come with a batch or by themselves, the largest being the latest', () =>
      withLedger(open, async (store) => {
        await appendFacts(store, 2, { checkpoint: { size: 2, note: 'two' } });
        await appendFacts(store, 2, { checkpoint: { size: 4, note: 'four' } });
        await store.transact((transaction) => transaction.saveCheckpoint({ size: 3, note: 'three' }));
        await store.transact((transaction) => transaction.saveCheckpoint({ size: 4, note: 'four, witnessed' }));
        assert.deepEqual(await store.latestCheckpoint(), { size: 4, note: 'four, witnessed' });
        assert.deepEqual(
          (await collect(store.checkpoints())).map(({ size }) => size),
          [2, 3, 4],
        );
      }));
  });
};
