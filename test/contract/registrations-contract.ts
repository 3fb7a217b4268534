import assert from 'node:assert/strict';
import type { EnvironmentRow } from '../../src/projections/rows.ts';
import { type Suite, withLedger } from './contract.ts';
import { insertRows, serviceRow } from './samples.ts';

const services = [
  serviceRow({ name: 'web', serviceType: null, registered: false, dependsOn: [], owners: [], knownFrom: 4 }),
  serviceRow({ name: 'api', registered: false, knownFrom: 1, knownTo: 6 }),
  serviceRow({ name: 'api', repository: 'https://example.org/api', tier: 'gold', knownFrom: 6 }),
];

const environment = (name: string, fields: Partial<EnvironmentRow> = {}): EnvironmentRow => {
  return { name, tier: 'testing', order: 7, limitMs: 2 ** 40, knownFrom: 2, knownTo: null, ...fields };
};

export const registrationsContract: Suite = ({ describe, it }, open) => {
  describe('services', () => {
    it('are listed by name, as known then or now', () =>
      withLedger(open, async (store) => {
        await insertRows(store, 'services', services);
        assert.deepEqual(await store.services(), [services[2], services[0]]);
        assert.deepEqual(await store.services({ knownAt: 5 }), [services[1], services[0]]);
        assert.deepEqual(await store.services({ knownAt: 1 }), []);
        await store.transact(async (transaction) =>
          assert.deepEqual(await transaction.currentServices(['api', 'nobody']), [services[2]]),
        );
      }));
  });

  describe('environments', () => {
    it('are listed by name, as known then or now', () =>
      withLedger(open, async (store) => {
        const rows = [environment('qa'), environment('edge', { knownTo: 5 }), environment('edge', { knownFrom: 5 })];
        await insertRows(store, 'environments', rows);
        assert.deepEqual(await store.environments(), [rows[2], rows[0]]);
        assert.deepEqual(await store.environments({ knownAt: 5 }), [rows[1], rows[0]]);
        await store.transact(async (transaction) =>
          assert.deepEqual(await transaction.currentEnvironments(), [rows[2], rows[0]]),
        );
      }));
  });
};
