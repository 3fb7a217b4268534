import assert from 'node:assert/strict';
import { deploymentRow, incidentRow } from '../support/rows.ts';
import { collect, type Suite, withLedger } from './contract.ts';
import { insertRows, project, runningRow } from './samples.ts';

export const readModelsContract: Suite = ({ describe, it }, open) => {
  describe('a read model', () => {
    it('is gone through by key and knownFrom, obsolete rows too', () =>
      withLedger(open, async (store) => {
        const rows = [
          runningRow({ service: 'b', knownFrom: 2 }),
          runningRow({ service: 'b', knownFrom: 1, knownTo: 2 }),
          runningRow({ service: 'a', region: '🚀' }),
          runningRow({ service: 'a', region: '\ufffd', sinceMs: 10 }),
          runningRow({ service: 'a', region: '\ufffd', sinceMs: 9 }),
        ];
        await insertRows(store, 'running', rows);
        assert.deepEqual(await collect(store.rows('running')), rows.toReversed());
      }));

    it('is gone through when it is large', () =>
      withLedger(open, async (store) => {
        const rows = Array.from({ length: 1000 }, (_, n) => deploymentRow({ id: `d${String(n).padStart(4, '0')}` }));
        await insertRows(store, 'deployments', rows);
        assert.deepEqual(await collect(store.rows('deployments')), rows);
      }));

    it('finds the targets of a deployment', () =>
      withLedger(open, async (store) => {
        const targets = ['t1', 't2'].map((id) => deploymentRow({ id, parentId: 'd1' }));
        const obsolete = deploymentRow({ id: 't3', parentId: 'd1', knownTo: 3 });
        await insertRows(store, 'deployments', [...targets, obsolete, deploymentRow({ id: 'd1' })]);
        await store.transact(async (transaction) => {
          const found = await transaction.currentTargets(['d1', 'd9']);
          assert.deepEqual(found.map(({ id }) => id).sort(), ['t1', 't2']);
        });
      }));

    it('ends the row that it is told of and no other', () =>
      withLedger(open, async (store) => {
        const rows = [incidentRow({ id: 'a' }), incidentRow({ id: 'b' })] as const;
        await insertRows(store, 'incidents', rows);
        await project(store, [{ table: 'incidents', closed: rows[0], knownTo: 9 }]);
        assert.deepEqual(await collect(store.rows('incidents')), [{ ...rows[0], knownTo: 9 }, rows[1]]);
      }));
  });

  describe('the read models', () => {
    it('are stale from when they are cleared to when they are said to be complete', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'deployments', [deploymentRow()]);
        assert.equal(await store.projectionsStale(), false);
        await store.transact((transaction) => transaction.clearProjections());
        assert.equal(await store.projectionsStale(), true);
        assert.deepEqual(await collect(store.rows('deployments')), []);
        await store.transact((transaction) => transaction.markProjected());
        assert.equal(await store.projectionsStale(), false);
      }));
  });
};
