import assert from 'node:assert/strict';
import type { LedgerStore, RunningFilter } from '../../src/projections/read-store.ts';
import { type Suite, withLedger } from './contract.ts';
import { insertRows, runningRow } from './samples.ts';

async function expectVersions(store: LedgerStore, filter: RunningFilter, expected: readonly string[]) {
  const rows = await store.running(filter);
  assert.deepEqual(
    rows.map(({ service, environment, region, version }) => [service, environment, region, version].join(' ')),
    expected,
  );
}

/** What one lane's rows look like after 1.0 at 10, 2.0 at 20, and 1.5 at 15 that is heard of last; then it is removed at 40. */
const lane = [
  runningRow({ sinceMs: 10, version: '1.0', knownFrom: 0 }),
  runningRow({ sinceMs: 20, version: '2.0', knownFrom: 1 }),
  runningRow({ sinceMs: 15, version: '1.5', knownFrom: 2 }),
  runningRow({ sinceMs: 40, version: null, deployment: null, knownFrom: 3 }),
];

export const runningContract: Suite = ({ describe, it }, open) => {
  describe('what runs', () => {
    it('is one version in each lane, in the order of service, environment and region', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'running', [
          ...lane,
          runningRow({ service: 'web', environment: 'staging', version: '7' }),
          runningRow({ service: 'web', environment: 'production', region: 'us', version: '8' }),
          runningRow({ service: 'web', environment: 'production', region: 'eu', version: '9' }),
          runningRow({ service: 'we', environment: 'bproduction', region: '🚀', version: '6' }),
        ]);
        const web = ['web production eu 9', 'web production us 8', 'web staging  7'];
        await expectVersions(store, {}, ['we bproduction 🚀 6', ...web]);
        await expectVersions(store, { service: 'web' }, web);
        await expectVersions(store, { service: 'web', environment: 'production' }, web.slice(0, 2));
        await expectVersions(store, { environment: 'production' }, web.slice(0, 2));
        await expectVersions(store, { service: 'web', region: 'us' }, [web[1] ?? '']);
        await expectVersions(store, { service: 'nobody' }, []);
      }));

    it('is what ran at a moment, from one change to before the next', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'running', lane);
        const moments: [asOfMs: number, version: string | undefined][] = [
          [9, undefined],
          [10, '1.0'],
          [14, '1.0'],
          [15, '1.5'],
          [20, '2.0'],
          [39, '2.0'],
          [40, undefined],
        ];
        for (const [asOfMs, version] of moments) {
          await expectVersions(store, { asOfMs }, version === undefined ? [] : [`api production  ${version}`]);
        }
      }));

    it('is what was believed at an index', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'running', lane);
        const beliefs: [knownAt: number, asOfMs: number | undefined, version: string | undefined][] = [
          [0, undefined, undefined],
          [1, undefined, '1.0'],
          [1, 17, '1.0'],
          [2, 17, '1.0'],
          [3, 17, '1.5'],
          [2, undefined, '2.0'],
          [3, undefined, '2.0'],
          [3, 50, '2.0'],
          [4, undefined, undefined],
          [4, 50, undefined],
        ];
        for (const [knownAt, asOfMs, version] of beliefs) {
          await expectVersions(store, { knownAt, asOfMs }, version === undefined ? [] : [`api production  ${version}`]);
        }
      }));

    it('is what the rows that hold say, whatever obsolete ones of the same moment or later said', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'running', [
          runningRow({ sinceMs: 10, version: '1.0', knownFrom: 0, knownTo: 2 }),
          runningRow({ sinceMs: 10, version: '1.1', knownFrom: 2 }),
          runningRow({ sinceMs: 30, version: '3.0', knownFrom: 1, knownTo: 3 }),
        ]);
        await expectVersions(store, {}, ['api production  1.1']);
        await expectVersions(store, { knownAt: 3 }, ['api production  3.0']);
        await expectVersions(store, { knownAt: 3, asOfMs: 29 }, ['api production  1.1']);
        await expectVersions(store, { knownAt: 2, asOfMs: 29 }, ['api production  1.0']);
      }));

    it('is known inside a transaction too', () =>
      withLedger(open, async (store) => {
        const rows = [...lane, runningRow({ region: 'eu' }), runningRow({ service: 'web' })];
        await insertRows(store, 'running', rows);
        await store.transact(async (transaction) =>
          assert.deepEqual(await transaction.currentlyRunning('api'), [runningRow({ region: 'eu' })]),
        );
      }));
  });
};
