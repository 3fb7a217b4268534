import assert from 'node:assert/strict';
import type { DeploymentFilter, LedgerStore, Page } from '../../src/projections/read-store.ts';
import type { DeploymentRow } from '../../src/projections/rows.ts';
import { deploymentRow } from '../support/rows.ts';
import { type Suite, withLedger } from './contract.ts';
import { insertRows, project } from './samples.ts';

const ids = (rows: readonly DeploymentRow[]) => rows.map(({ id }) => id);

async function expectIds(store: LedgerStore, filter: DeploymentFilter, expected: readonly string[], page?: Page) {
  assert.deepEqual(ids(await store.deployments(filter, page)), expected);
}

/** A deployment of every kind of value that a column can hold. */
const full = deploymentRow({
  id: 'deploy "naïve" \' 🚀',
  service: 'ünïcödé%_\\',
  region: 'eu-west-1',
  cluster: 'k8s-1',
  replicas: 5,
  changeId: 'CHG-1',
  artifact: `sha256:${'a'.repeat(64)}`,
  commit: 'c'.repeat(40),
  parentId: 'deploy-0',
  claimedPrevious: '0.9',
  planned: false,
  remediates: ['INC-1', 'deploy-0'],
  progress: { percentage: 12.5, slot: 'green', paused: false, variants: { a: 1, b: 2 } },
  window: '02:00-04:00 UTC',
  downtimeExpected: true,
  disputed: true,
  initiator: 'actor-1',
  approvedBy: ['actor-2', 'actor-3'],
  sealed: { message: [3, '/data/message'] },
  index: 2 ** 40,
  status: 'rolled-back',
  previousVersion: '0.9',
  rolledBackMs: Date.UTC(9999, 0, 1),
  rolledBackBy: 'rollback-1',
  undoneMs: 7,
});

export const deploymentsContract: Suite = ({ describe, it }, open) => {
  describe('a deployment', () => {
    it('comes back as it was projected', () =>
      withLedger(open, async (store) => {
        const empty = deploymentRow({ id: 'deploy-2', startedMs: null, finishedMs: null, status: 'pending' });
        await insertRows(store, 'deployments', [full, empty]);
        assert.deepEqual(await store.deployment(full.id), full);
        assert.deepEqual(await store.deployment('deploy-2'), empty);
        assert.equal(await store.deployment('deploy-3'), undefined);
      }));

    it('is known in the version that held at an index', () =>
      withLedger(open, async (store) => {
        const first = deploymentRow({ status: 'in-progress', knownFrom: 3 });
        const second = deploymentRow({ status: 'success', knownFrom: 7 });
        await insertRows(store, 'deployments', [first]);
        await project(store, [
          { table: 'deployments', closed: first, knownTo: 7 },
          { table: 'deployments', opened: second },
        ]);
        const at = async (knownAt?: number) => (await store.deployment('deploy-1', { knownAt }))?.status;
        assert.deepEqual(
          [await at(3), await at(4), await at(7), await at(8), await at()],
          [undefined, 'in-progress', 'in-progress', 'success', 'success'],
        );
        assert.deepEqual(ids(await store.deployments({ knownAt: 5, status: 'in-progress' })), ['deploy-1']);
        assert.deepEqual(await store.deployments({ status: 'in-progress' }), []);
      }));
  });

  describe('a list of deployments', () => {
    it('is newest first, and by id where times are equal, in the order of code points', () =>
      withLedger(open, async (store) => {
        // U+FFFD comes before U+1F680 by code point, and after it by UTF-16 unit.
        const ties = ['a', 'Z', '\ufffd', '🚀', 'é'].map((id) => deploymentRow({ id, atMs: 5 }));
        await insertRows(store, 'deployments', [...ties, deploymentRow({ id: 'old', atMs: 4 })]);
        await expectIds(store, {}, ['🚀', '\ufffd', 'é', 'a', 'Z', 'old']);
      }));

    it('comes in pages that neither lack nor repeat a row', () =>
      withLedger(open, async (store) => {
        const rows = Array.from({ length: 10 }, (_, n) =>
          deploymentRow({ id: `deploy-${n}`, atMs: Math.floor(n / 3) }),
        );
        await insertRows(store, 'deployments', rows);
        const pages = ['987', '654', '321', '0', ''];
        let after: Page['after'];
        for (const page of pages) {
          const found = await store.deployments({}, { limit: 3, after });
          assert.equal(found.map(({ id }) => id.slice(-1)).join(''), page);
          after = found.at(-1) ?? after;
        }
        assert.equal((await store.deployments({})).length, 10);
        await expectIds(store, {}, [], { limit: 0 });
      }));

    it('can be of one or several environments, of a service, or of both', () =>
      withLedger(open, async (store) => {
        const places = ['api production', 'web staging', 'api staging', 'web production', 'api test', 'api production'];
        const rows = places.map((place, n) => {
          const [service = '', environment = ''] = place.split(' ');
          return deploymentRow({ id: `d${n}`, service, environment, atMs: n });
        });
        await insertRows(store, 'deployments', rows);
        await expectIds(store, { service: 'api' }, ['d5', 'd4', 'd2', 'd0']);
        await expectIds(store, { service: 'api' }, ['d4', 'd2'], { limit: 2, after: { atMs: 5, id: 'd5' } });
        await expectIds(store, { environments: ['staging', 'test', 'staging'] }, ['d4', 'd2', 'd1']);
        await expectIds(store, { service: 'api', environments: ['production'] }, ['d5', 'd0']);
        await expectIds(store, { service: 'api', environments: ['test', 'production'] }, ['d5', 'd4'], { limit: 2 });
        await expectIds(store, { environments: [] }, []);
        await expectIds(store, { service: 'nobody' }, []);
      }));

    it('can be of what any other field says', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'deployments', [full, deploymentRow({ id: 'other', initiator: 'actor-9' })]);
        const filters: DeploymentFilter[] = [
          { service: full.service },
          { region: 'eu-west-1' },
          { version: full.version, parentId: 'deploy-0' },
          { status: 'rolled-back' },
          { strategy: 'rolling', kind: 'application', region: 'eu-west-1' },
          { initiators: ['actor-8', 'actor-1'] },
        ];
        for (const filter of filters) await expectIds(store, filter, [full.id]);
        await expectIds(store, { initiators: [] }, []);
        await expectIds(store, { region: '' }, ['other']);
      }));

    it('can be of a span of time, its end left out', () =>
      withLedger(open, async (store) => {
        const rows = [1, 2, 3, 4].map((atMs) => deploymentRow({ id: `d${atMs}`, atMs }));
        await insertRows(store, 'deployments', rows);
        await expectIds(store, { fromMs: 2, toMs: 4 }, ['d3', 'd2']);
        await expectIds(store, { fromMs: 4 }, ['d4']);
        await expectIds(store, { toMs: 2 }, ['d1']);
      }));

    it('can be as of a moment, with the status that each had then', () =>
      withLedger(open, async (store) => {
        const times = { createdMs: 10, startedMs: 20, finishedMs: 30, atMs: 30 };
        const row = deploymentRow({ ...times, status: 'rolled-back', outcome: 'partial', rolledBackMs: 40 });
        await insertRows(store, 'deployments', [row]);
        const statuses = ['pending', 'in-progress', 'partial', 'rolled-back'];
        const then = async (asOfMs: number) => {
          const found = [];
          for (const status of statuses) {
            if ((await store.deployments({ asOfMs, status })).length > 0) found.push(status);
          }
          return found.join();
        };
        const moments = [9, 10, 19, 20, 29, 30, 39, 40, 50];
        assert.deepEqual(await Promise.all(moments.map(then)), [
          '',
          'pending',
          'pending',
          'in-progress',
          'in-progress',
          'partial',
          'partial',
          'rolled-back',
          'rolled-back',
        ]);
        assert.deepEqual(await store.deployments({ asOfMs: 10 }), [row]);
        assert.deepEqual(await store.deployments({ asOfMs: 9 }), []);
      }));
  });
};
