import assert from 'node:assert/strict';
import { incidentRow, rollbackRow } from '../support/rows.ts';
import { type Suite, withLedger } from './contract.ts';
import { insertRows } from './samples.ts';

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).join(' ');

const rollbacks = [
  rollbackRow({ id: 'r1', atMs: 10, reasonCode: 'performance', initiator: 'actor-1', sealed: { reason: [1, '/a'] } }),
  rollbackRow({ id: 'r2', atMs: 20, environment: 'staging', deployment: 'deploy-1', carriedOutBy: 'deploy-2' }),
  rollbackRow({ id: 'r3', atMs: 20, service: 'web', trigger: 'incident', knownFrom: 5 }),
  rollbackRow({ id: 'r4', atMs: 30, knownFrom: 1, knownTo: 3 }),
];

const incidents = [
  incidentRow({ id: 'i1', openedMs: 10, resolvedMs: 20, causedBy: 'deploy-1', sealed: { title: [2, '/b'] } }),
  incidentRow({ id: 'i2', openedMs: 15, severity: 'low', environment: 'staging' }),
  incidentRow({ id: 'i3', openedMs: 30, service: 'web', resolvedMs: 40, knownFrom: 5 }),
];

export const eventsContract: Suite = ({ describe, it }, open) => {
  describe('rollbacks', () => {
    it('are listed newest first, by any of their filters', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'rollbacks', rollbacks);
        assert.deepEqual(await store.rollbacks({ ids: ['r1', 'r9'] }), [rollbacks[0]]);
        assert.equal(ids(await store.rollbacks({})), 'r3 r2 r1');
        assert.equal(ids(await store.rollbacks({}, { limit: 1, after: { atMs: 20, id: 'r3' } })), 'r2');
        assert.equal(ids(await store.rollbacks({ service: 'api' })), 'r2 r1');
        assert.equal(ids(await store.rollbacks({ service: 'api', environment: 'staging' })), 'r2');
        assert.equal(ids(await store.rollbacks({ environment: 'production', fromMs: 11, toMs: 21 })), 'r3');
        assert.equal(ids(await store.rollbacks({ knownAt: 3 })), 'r4 r2 r1');
        assert.equal(ids(await store.rollbacks({ ids: [] })), '');
      }));

    it('are there or not', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'rollbacks', rollbacks);
        await store.transact(async (transaction) => {
          assert.equal(await transaction.rollbackExists('r1'), true);
          assert.equal(await transaction.rollbackExists('r5'), false);
        });
      }));
  });

  describe('incidents', () => {
    it('are listed newest first, by any of their filters', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'incidents', incidents);
        assert.deepEqual(await store.incidents({ id: 'i1' }), [incidents[0]]);
        assert.equal(ids(await store.incidents({})), 'i3 i2 i1');
        assert.equal(ids(await store.incidents({}, { limit: 1, after: { atMs: 30, id: 'i3' } })), 'i2');
        assert.equal(ids(await store.incidents({ service: 'api' })), 'i2 i1');
        assert.equal(ids(await store.incidents({ environment: 'production' })), 'i3 i1');
        assert.equal(ids(await store.incidents({ severity: 'low' })), 'i2');
        assert.equal(ids(await store.incidents({ causedBy: 'deploy-1' })), 'i1');
        assert.equal(ids(await store.incidents({ fromMs: 10, toMs: 15 })), 'i1');
        assert.equal(ids(await store.incidents({ knownAt: 5 })), 'i2 i1');
      }));

    it('are open from their first moment to before their last', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'incidents', incidents);
        const openAt = await Promise.all([9, 10, 19, 20, 35, 40].map((openAtMs) => store.incidents({ openAtMs })));
        assert.deepEqual(openAt.map(ids), ['', 'i1', 'i2 i1', 'i2', 'i3 i2', 'i2']);
      }));

    it('are found inside a transaction as they are now', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'incidents', [...incidents, incidentRow({ id: 'i2', knownFrom: 1, knownTo: 2 })]);
        await store.transact(async (transaction) =>
          assert.deepEqual(await transaction.currentIncidents(['i2', 'i9']), [incidents[1]]),
        );
      }));
  });
};
