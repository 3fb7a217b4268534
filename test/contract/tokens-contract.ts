import assert from 'node:assert/strict';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import type { TokenRow } from '../../src/projections/token-store.ts';
import { assertSame, type Suite, withLedger } from './contract.ts';
import { appendFacts, bytes } from './samples.ts';

const token = (place: number, fields: Partial<TokenRow> = {}): TokenRow => ({
  id: `token-100${place}-x`,
  hash: bytes(32, place),
  index: place,
  endsMs: null,
  lastUsedMs: null,
  ...fields,
});

const insert = async (store: LedgerStore, tokens: readonly TokenRow[]) => {
  await appendFacts(store, tokens.length);
  await store.transact(async (transaction) => {
    for (const row of tokens) await transaction.tokens.insert(row);
  });
};

const idsOf = (rows: readonly TokenRow[]) => rows.map(({ id }) => id);

export const tokensContract: Suite = ({ describe, it }, open) => {
  describe('tokens', () => {
    it('are found by their hash and by their id, and by nothing else', () =>
      withLedger(open, async (store) => {
        assert.equal(await store.tokens.any(), false);
        const rows = [token(0), token(1, { endsMs: 2 ** 41 })];
        await insert(store, rows);
        assert.equal(await store.tokens.any(), true);
        assertSame(await store.tokens.withHash(bytes(32, 1)), rows[1]);
        assertSame(await store.tokens.withId('token-1000-x'), rows[0]);
        assert.equal(await store.tokens.withHash(bytes(31, 1)), undefined);
        assert.equal(await store.tokens.withId('token-1009-x'), undefined);
      }));

    it('are listed latest first, in pages, with or without those that are over', () =>
      withLedger(open, async (store) => {
        await insert(store, [token(0), token(1, { endsMs: 50 }), token(2, { endsMs: 51 }), token(3)]);
        const all = ['token-1003-x', 'token-1002-x', 'token-1001-x', 'token-1000-x'];
        assert.deepEqual(idsOf(await store.tokens.list({})), all);
        const living = await store.tokens.list({ livingAtMs: 50 });
        assert.deepEqual(idsOf(living), ['token-1003-x', 'token-1002-x', 'token-1000-x']);
        const page = await store.tokens.list({ livingAtMs: 50, before: 'token-1003-x', limit: 1 });
        assert.deepEqual(idsOf(page), ['token-1002-x']);
      }));

    it('end with the transaction that says so, or do not', () =>
      withLedger(open, async (store) => {
        await insert(store, [token(0)]);
        const refused = store.transact(async (transaction) => {
          await transaction.tokens.end('token-1000-x', 7);
          assert.equal((await transaction.tokens.withId('token-1000-x'))?.endsMs, 7);
          throw new Error('no');
        });
        await assert.rejects(refused);
        assert.equal((await store.tokens.withId('token-1000-x'))?.endsMs, null);
        await store.transact((transaction) => transaction.tokens.end('token-1000-x', 7));
        assert.equal((await store.tokens.withId('token-1000-x'))?.endsMs, 7);
      }));

    it('remember their latest use', () =>
      withLedger(open, async (store) => {
        await insert(store, [token(0), token(1)]);
        for (const atMs of [20, 30, 10]) await store.tokens.noteUse('token-1000-x', atMs);
        const rows = await store.tokens.list({});
        assert.deepEqual(
          rows.map(({ lastUsedMs }) => lastUsedMs),
          [null, 30],
        );
      }));
  });

  describe('sessions', () => {
    it('last until they are closed, or another is opened after their time', () =>
      withLedger(open, async (store) => {
        await insert(store, [token(0)]);
        const session = (place: number, expiresMs: number) => ({
          hash: bytes(32, place),
          token: 'token-1000-x',
          expiresMs,
        });
        await store.tokens.openSession(session(1, 100), 0);
        await store.tokens.openSession(session(2, 200), 99);
        assertSame(await store.tokens.session(bytes(32, 1)), session(1, 100));
        await store.tokens.openSession(session(3, 300), 100);
        assert.equal(await store.tokens.session(bytes(32, 1)), undefined);
        await store.tokens.closeSession(bytes(32, 2));
        assert.equal(await store.tokens.session(bytes(32, 2)), undefined);
        assertSame(await store.tokens.session(bytes(32, 3)), session(3, 300));
      }));
  });
};
