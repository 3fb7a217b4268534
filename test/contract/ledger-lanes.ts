import assert from 'node:assert/strict';
import { instant } from '../../src/domain/instant.ts';
import { noon } from '../support/decisions.ts';
import { type OpenedLedger, openOver } from '../support/ledgers.ts';
import { rowsOf } from '../support/ledgers-contents.ts';
import { assertFoldedWhole } from '../support/ledgers-lanes.ts';
import type { Suite } from './contract.ts';
import { onLedger } from './ledger-suite.ts';

const production = { service: 'api', environment: 'production' };

/** Long lanes are folded in windows: what is tested here reaches over the edge of one. */
export const lanesSuite: Suite = ({ describe, it }, open) => {
  describe('in a lane of 250 deployments', () => {
    it('a rollback may look back to the beginning', () =>
      onLedger(open, async (ledger) => {
        await fill(ledger, 250);
        const back = { type: 'rollback', ...production, fromVersion: 'v249', toVersion: 'v3', reason: 'all of it' };
        await ledger.take({ ...back, at: at(250) });
        assert.equal((await ledger.store.running(production))[0]?.deployment, 'd3');
        assert.equal((await ledger.store.deployment('d249'))?.status, 'rolled-back');
        const undone = (await ledger.store.deployments({})).filter((row) => row.undoneMs !== null);
        assert.deepEqual([undone.length, undone.at(0)?.id, undone.at(-1)?.id], [245, 'd248', 'd4']);
        await assertSound(ledger);
      }));

    it('what happened long ago may become known today', () =>
      onLedger(open, async (ledger) => {
        await fill(ledger, 250);
        await ledger.takeAll([
          { type: 'deployment', id: 'late', ...production, version: 'late', finishedAt: at(10.5) },
          { type: 'rollback', ...production, fromVersion: 'v20', toVersion: 'late', reason: 'slow', at: at(20.5) },
          { type: 'removal', ...production, at: at(30.5) },
          { type: 'correction', deployment: 'd40', set: { version: 'v40b' }, reason: 'a slip' },
          { type: 'deployment-status', deployment: 'd50', status: 'failure', at: at(50.5) },
          {
            type: 'rollback',
            ...production,
            deployment: 'd60',
            fromVersion: 'v60',
            toVersion: 'v5',
            reason: 'slow',
            at: at(60.5),
          },
        ]);
        const previousOf = async (id: string) => (await ledger.store.deployment(id))?.previousVersion;
        assert.deepEqual(await Promise.all(['d11', 'd21', 'd31', 'd41', 'd51', 'd61'].map(previousOf)), [
          'late',
          'late',
          null,
          'v40b',
          'v49',
          'v5',
        ]);
        await assertSound(ledger);
      }));

    it('one that took as long as all the others stays one row', () =>
      onLedger(open, async (ledger) => {
        await ledger.take({
          type: 'deployment',
          id: 'slow',
          ...production,
          version: 's',
          status: 'in-progress',
          startedAt: at(0),
        });
        await fill(ledger, 250);
        await ledger.take({ type: 'deployment-status', deployment: 'slow', status: 'success', at: at(250) });
        const rows = (await rowsOf(ledger.store, 'deployments')).filter(({ id }) => id === 'slow');
        assert.deepEqual(
          rows.map(({ status, knownTo }) => [status, knownTo]),
          [
            ['in-progress', 251],
            ['success', null],
          ],
        );
        await assertSound(ledger);
      }));

    it('a parent stands as its worst target does, wherever in the lane they are', () =>
      onLedger(open, async (ledger) => {
        const parentId = 'parent';
        const target = { type: 'deployment', ...production, version: 'p', parentId };
        await ledger.take({ ...target, id: 'eu', region: 'eu', status: 'failure', finishedAt: at(0) });
        await ledger.take({ ...target, id: 'us', region: 'us', finishedAt: at(0) });
        await fill(ledger, 40);
        await ledger.take({ ...target, id: parentId, parentId: null, finishedAt: at(40) });
        await fill(ledger, 60, 41);
        // Another process looks at no more of the lane than its end.
        const other = await openOver(ledger.store, { scratch: open, seed: 'other' });
        await other.take({ type: 'deployment', ...production, version: 'late', finishedAt: at(45.5) });
        assert.equal((await ledger.store.deployment(parentId))?.status, 'failure');
        await ledger.take({
          type: 'rollback',
          ...production,
          region: 'us',
          fromVersion: 'p',
          toVersion: 'o',
          reason: 'slow',
          at: at(101),
        });
        assert.equal((await ledger.store.deployment('us'))?.status, 'rolled-back');
        await assertSound(ledger);
      }));
  });

  describe('a correction', () => {
    it('takes a deployment from one lane to another, and leaves nothing behind', () =>
      onLedger(open, async (ledger) => {
        await fill(ledger, 3);
        await ledger.take({
          type: 'correction',
          deployment: 'd1',
          set: { service: 'web', environment: 'staging' },
          reason: 'a slip',
        });
        const ids = async (service: string) => (await ledger.store.deployments({ service })).map(({ id }) => id);
        assert.deepEqual([await ids('api'), await ids('web')], [['d2', 'd0'], ['d1']]);
        assert.equal((await ledger.store.deployment('d2'))?.previousVersion, 'v0');
        ledger.time.nowMs += 1000;
        await ledger.take({ type: 'correction', deployment: 'd1', set: production, reason: 'no slip at all' });
        assert.deepEqual(await ids('api'), ['d2', 'd1', 'd0']);
        assert.deepEqual(await ids('web'), []);
        await assertSound(ledger);
      }));
  });
};

async function assertSound(ledger: OpenedLedger): Promise<void> {
  await assertFoldedWhole(ledger.store);
  assert.deepEqual((await ledger.verify({})).failures, []);
}

function fill(ledger: OpenedLedger, count: number, from = 0): Promise<unknown> {
  const places = Array.from({ length: count }, (_, i) => from + i);
  return ledger.takeAll(
    places.map((place) => ({
      type: 'deployment',
      id: `d${place}`,
      ...production,
      version: `v${place}`,
      finishedAt: at(place),
    })),
    50,
  );
}

/** The time of a place in the lane. */
function at(place: number): string {
  return instant(noon - 30 * 86_400_000 + place * 3_600_000);
}
