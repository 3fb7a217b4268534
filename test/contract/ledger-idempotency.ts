import assert from 'node:assert/strict';
import { refusalOf } from '../support/ledgers.ts';
import { contentsOf } from '../support/ledgers-contents.ts';
import type { Suite } from './contract.ts';
import { onLedger } from './ledger-suite.ts';

const deployment = { type: 'deployment', service: 'api', version: '2.3.0', environment: 'production' };

export const idempotencySuite: Suite = ({ describe, it }, open) => {
  describe('a claim with an idempotency key', () => {
    it('is recorded once, however often it comes', () =>
      onLedger(open, async ({ take, size }) => {
        const claim = { ...deployment, idempotencyKey: 'github:example/api/deployment/7' };
        const first = await take(claim);
        assert.equal(first.duplicate, false);
        assert.deepEqual(await take(claim), { ...first, duplicate: true });
        assert.equal(await size(), 1);
      }));

    it('is recorded once when it comes many times at once', () =>
      onLedger(open, async ({ takeAll, size }) => {
        const recorded = await takeAll(Array.from({ length: 50 }, () => ({ ...deployment, idempotencyKey: 'same' })));
        assert.equal(new Set(recorded.map(({ id }) => id)).size, 1);
        assert.equal(recorded.filter(({ duplicate }) => !duplicate).length, 1);
        assert.equal(await size(), 1);
      }));

    it('is the same with its fields in another order, or with null for what is absent', () =>
      onLedger(open, async ({ take }) => {
        await take({ ...deployment, region: 'eu', idempotencyKey: 'k' });
        const again = { idempotencyKey: 'k', region: 'eu', cluster: null, ...deployment };
        assert.equal((await take(again)).duplicate, true);
      }));

    it('conflicts with another claim under the same key, and leaves nothing', () =>
      onLedger(open, async ({ take, store }) => {
        await take({ ...deployment, idempotencyKey: 'k' });
        const before = await contentsOf(store);
        const refusal = await refusalOf(take({ ...deployment, version: '2.3.1', idempotencyKey: 'k' }));
        assert.equal(refusal.code, 'conflict');
        assert.equal(refusal.field, 'idempotencyKey');
        assert.match(refusal.message, /"k" was used before with another content \(fact 0\)/);
        assert.deepEqual(await contentsOf(store), before);
      }));

    it('may be repeated by its id alone, but not under that id with another content', () =>
      onLedger(open, async ({ take, size }) => {
        const claim = { ...deployment, id: 'd1' };
        const first = await take(claim);
        assert.deepEqual(await take(claim), { ...first, duplicate: true });
        for (const other of [{ version: '9' }, { version: '9', idempotencyKey: 'new' }]) {
          const refusal = await refusalOf(take({ ...claim, ...other }));
          assert.deepEqual([refusal.code, refusal.field], ['conflict', 'id']);
          assert.match(refusal.message, /^the id "d1" was used before with another content/);
        }
        assert.equal(await size(), 1);
      }));

    it('can be recorded after it was refused, once what it needs is there', () =>
      onLedger(open, async ({ take }) => {
        const report = { type: 'deployment-status', deployment: 'd1', status: 'failure', idempotencyKey: 'k' };
        assert.equal((await refusalOf(take(report))).code, 'not-found');
        await take({ ...deployment, status: 'in-progress', id: 'd1' });
        assert.equal((await take(report)).duplicate, false);
      }));
  });

  describe('an id', () => {
    it('of a deployment, a rollback and an incident may be the same word', () =>
      onLedger(open, async ({ take, size }) => {
        await take({ ...deployment, id: 'x' });
        const rollback = { fromVersion: '2.3.0', toVersion: '2.2.9', reason: 'slow', service: 'api' };
        await take({ type: 'rollback', id: 'x', ...rollback });
        await take({ type: 'incident', id: 'x', service: 'api' });
        assert.equal(await size(), 3);
      }));

    it('of a deployment may be the name of its service and its environment', () =>
      onLedger(open, async ({ take, store }) => {
        const claim = { ...deployment, id: 'api', environment: 'api', serviceType: 'monolith' };
        const { index } = await take(claim);
        assert.equal((await store.fact(index))?.type, 'deployment.recorded');
        assert.equal((await take(claim)).index, index);
      }));

    it('that was drawn cannot be taken by a later claim', () =>
      onLedger(open, async ({ take }) => {
        const drawn: Record<string, { readonly claim: object; readonly id: string }> = {};
        for (const claim of [
          deployment,
          { type: 'rollback', service: 'api', fromVersion: '2.3.0', toVersion: '2.2.9', reason: 'slow' },
          { type: 'incident', service: 'api' },
        ]) {
          drawn[claim.type] = { claim, id: (await take(claim)).id };
        }
        for (const { claim, id } of Object.values(drawn)) {
          assert.equal((await refusalOf(take({ ...claim, id }))).code, 'conflict');
        }
      }));
  });
};
