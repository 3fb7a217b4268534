import assert from 'node:assert/strict';
import { assertSame, type Suite, withLedger } from './contract.ts';
import { bytes, identity } from './samples.ts';

export const identityContract: Suite = ({ describe, it }, open) => {
  describe('a new database', () => {
    it('holds no ledger, and answers as an empty one', async () => {
      const store = await open();
      assert.equal(await store.identity(), undefined);
      assertSame(await store.head(), { size: 0, range: new Uint8Array(), recordedMs: 0 });
      assert.equal(await store.fact(0), undefined);
      assert.equal(await store.latestCheckpoint(), undefined);
      assert.equal(await store.sizeKnownAt(Number.MAX_SAFE_INTEGER), 0);
      assert.deepEqual(await store.deployments({}), []);
      assert.equal(await store.projectionsStale(), false);
      await store.close();
    });
  });

  describe('a ledger', () => {
    it('is what it was made to be', () =>
      withLedger(open, async (store) => assertSame(await store.identity(), identity)));

    it('stays what it is when it is made once more', () =>
      withLedger(open, async (store) => {
        await store.create({ origin: 'other', verifierKey: 'other', secret: bytes(32, 1) });
        assertSame(await store.identity(), identity);
      }));
  });
};
