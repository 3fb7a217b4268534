import assert from 'node:assert/strict';
import type { LaneRows, LedgerStore } from '../../src/projections/read-store.ts';
import { deploymentRow, rollbackRow } from '../support/rows.ts';
import { type Suite, withLedger } from './contract.ts';
import { insertRows, removalRow, runningRow } from './samples.ts';

async function fillLane(store: LedgerStore): Promise<void> {
  const deployments = [10, 20, 30, 30, 40].map((atMs, n) => deploymentRow({ id: `d${n}`, atMs }));
  const elsewhere = deploymentRow({ id: 'elsewhere', environment: 'staging', atMs: 99 });
  const obsolete = deploymentRow({ id: 'd4', atMs: 35, knownFrom: -1, knownTo: 0 });
  await insertRows(store, 'deployments', [...deployments, elsewhere, obsolete]);
  await insertRows(store, 'rollbacks', [
    rollbackRow({ id: 'r1', atMs: 29 }),
    rollbackRow({ id: 'r2', atMs: 30 }),
    rollbackRow({ id: 'r3', atMs: 50, service: 'web' }),
  ]);
  await insertRows(store, 'removals', [removalRow({ atMs: 25 }), removalRow({ atMs: 35, region: 'eu' })]);
  await insertRows(store, 'running', [
    runningRow({ sinceMs: 10 }),
    runningRow({ sinceMs: 20 }),
    runningRow({ sinceMs: 30, knownTo: 5 }),
    runningRow({ sinceMs: 30, knownFrom: 5 }),
    runningRow({ sinceMs: 40, knownFrom: 5 }),
    runningRow({ sinceMs: 5, region: 'eu' }),
    runningRow({ sinceMs: 6, region: 'us' }),
    runningRow({ sinceMs: 29, region: 'us', version: null }),
    runningRow({ sinceMs: 5, service: 'web' }),
  ]);
}

/** The lane in a few words. */
function summary({ startMs, deployments, rollbacks, removals, running }: LaneRows): string[] {
  return [
    String(startMs),
    deployments.map(({ id }) => id).join(' '),
    rollbacks.map(({ id }) => id).join(' '),
    removals.map(({ atMs }) => atMs).join(' '),
    running.map(({ sinceMs, region }) => `${region}${sinceMs}`).join(' '),
  ];
}

export const laneContract: Suite = ({ describe, it }, open) => {
  const expectLane = (latest: number | undefined, expected: readonly string[]) =>
    withLedger(open, async (store) => {
      await fillLane(store);
      const lane = await store.transact((transaction) => transaction.lane('api', 'production', latest));
      assert.deepEqual(summary(lane), expected);
    });

  describe('a lane', () => {
    const all = ['-Infinity', 'd0 d1 d2 d3 d4', 'r1 r2', '25 35', 'eu5 us6 10 20 us29 30 40'];

    it('is read whole', () => expectLane(undefined, all));

    it('is read whole when it is shorter than was asked for', () => expectLane(6, all));

    it('is read from its last deployment on, with what ran right before', () =>
      expectLane(1, ['40', 'd4', '', '', 'eu5 30 40']));

    it('is never split within a moment', async () => {
      const fromThirty = ['30', 'd2 d3 d4', 'r2', '35', 'eu5 20 30 40'];
      await expectLane(2, fromThirty);
      await expectLane(3, fromThirty);
    });

    it('is read from its first deployment on when there are just as many', () =>
      expectLane(5, ['10', 'd0 d1 d2 d3 d4', 'r1 r2', '25 35', 'eu5 us6 10 20 us29 30 40']));

    it('is empty where nothing was deployed', () =>
      withLedger(open, async (store) => {
        await fillLane(store);
        const lane = await store.transact((transaction) => transaction.lane('api', 'nowhere', 3));
        assert.deepEqual(summary(lane), ['-Infinity', '', '', '', '']);
      }));
  });
};
