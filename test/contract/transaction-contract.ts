import assert from 'node:assert/strict';
import { deploymentRow } from '../support/rows.ts';
import { assertSame, collect, type Suite, withLedger } from './contract.ts';
import { appendFacts, batchOf, bytes, identity, storedFact, storedTile } from './samples.ts';

export const transactionContract: Suite = ({ describe, it }, open) => {
  describe('a transaction', () => {
    it('gives back what its work returns', () =>
      withLedger(open, async (store) => assert.equal(await store.transact(async () => 'done'), 'done')));

    it('reads what it wrote', () =>
      withLedger(open, async (store) => {
        await store.transact(async (transaction) => {
          await transaction.append(batchOf([storedFact(0)]));
          await transaction.project([{ table: 'deployments', opened: deploymentRow() }]);
          assert.equal((await transaction.head()).size, 1);
          assertSame(await transaction.fact(0), storedFact(0));
          assert.deepEqual(await transaction.currentDeployments(['deploy-1']), [deploymentRow()]);
        });
      }));

    it('leaves nothing when its work throws', () =>
      withLedger(open, async (store) => {
        await appendFacts(store, 1);
        const work = store.transact(async (transaction) => {
          const key = { key: bytes(32, 1), request: bytes(32, 2), index: 1, id: 'deploy-1' };
          const opening = { index: 1, path: '/a', salt: bytes(32, 3), value: '1' };
          const batch = batchOf([storedFact(1)], {
            openings: [opening],
            actors: [{ actor: 'actor-1', name: 'ann' }],
            answered: [key],
            tiles: [storedTile(0, 0)],
            checkpoint: { size: 2, note: 'two' },
          });
          await transaction.append(batch);
          await transaction.project([{ table: 'deployments', opened: deploymentRow() }]);
          await transaction.clearProjections();
          throw new Error('no');
        });
        await assert.rejects(work, /^Error: no$/);
        assert.equal((await store.head()).size, 1);
        assert.equal(await store.fact(1), undefined);
        assert.equal(await store.tile(0, 0), undefined);
        assert.equal(await store.latestCheckpoint(), undefined);
        assert.deepEqual(await collect(store.openings(0, 9)), []);
        assert.deepEqual(await store.actors(['actor-1']), []);
        assert.deepEqual(await store.deployments({}), []);
        assert.equal(await store.projectionsStale(), false);
        await store.transact(async (transaction) => assert.deepEqual(await transaction.answered([bytes(32, 1)]), []));
      }));

    it('can be followed by another after one that threw', () =>
      withLedger(open, async (store) => {
        await assert.rejects(store.transact(() => Promise.reject(new Error('no'))));
        await appendFacts(store, 2);
        assert.equal((await store.head()).size, 2);
      }));

    it('runs alone: those of one store come one after the other', () =>
      withLedger(open, async (store) => {
        await Promise.all(Array.from({ length: 20 }, () => appendFacts(store, 3)));
        const indexes = (await collect(store.facts(0, 100))).map(({ index }) => index);
        assert.deepEqual(indexes, [...Array(60).keys()]);
      }));

    it('is not seen before it is committed', () =>
      withLedger(open, async (store) => {
        const heads: Promise<number>[] = [];
        const work = store.transact(async (transaction) => {
          await transaction.append(batchOf([storedFact(0)]));
          heads.push(store.head().then(({ size }) => size));
          await new Promise((resolve) => setTimeout(resolve, 5));
          throw new Error('no');
        });
        await assert.rejects(work);
        assert.deepEqual(await Promise.all(heads), [0]);
      }));

    it('is not there for calls that come after it', () =>
      withLedger(open, async (store) => {
        const transaction = await store.transact(async (inside) => inside);
        await assert.rejects(transaction.append(batchOf([storedFact(0)])));
        assert.equal((await store.head()).size, 0);
      }));
  });

  describe('a closed store', () => {
    it('has finished what it was asked for', async () => {
      const store = await open();
      await store.create(identity);
      const appended = appendFacts(store, 1);
      await store.close();
      await appended;
    });
  });
};
