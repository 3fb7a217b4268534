import assert from 'node:assert/strict';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import { demoFleet } from '../../src/sources/demo/fleet.ts';
import { noon } from '../support/decisions.ts';
import { openOver, refusalOf } from '../support/ledgers.ts';
import { allRows, assertSameRows, contentsOf } from '../support/ledgers-contents.ts';
import { collect, type Suite } from './contract.ts';
import { onLedger } from './ledger-suite.ts';

const deployment = { type: 'deployment', service: 'api', version: '2.3.0', environment: 'production' };
const tooLarge = {
  ...deployment,
  initiator: 'Nora Nobody',
  remediates: Array.from({ length: 200 }, (_, i) => `${i}`.padEnd(200, '-')),
};

export const batchesSuite: Suite = ({ describe, it }, open) => {
  describe('claims that come at once', () => {
    it('are committed together, gapless and in their order', () =>
      onLedger(open, async ({ store, takeAll, verify }) => {
        const commits = countTransactions(store);
        const recorded = await takeAll(Array.from({ length: 256 }, (_, i) => ({ ...deployment, version: `1.0.${i}` })));
        assert.deepEqual(
          recorded.map(({ index }) => index),
          [...Array(256).keys()],
        );
        assert.ok(commits() <= 2, `${commits()} transactions`);
        const indexes = (await collect(store.facts(0, 1000))).map(({ index }) => index);
        assert.deepEqual(indexes, [...Array(256).keys()]);
        assert.deepEqual((await verify({})).failures, []);
      }));

    it('are refused one by one, and a refused one leaves nothing', () =>
      onLedger(open, async ({ store, takeAll, verify }) => {
        const refused = [
          { ...deployment, status: 'cheerful' },
          { ...deployment, startedAt: '2026-01-15T11:00:00Z', finishedAt: '2026-01-15T10:00:00Z' },
          { type: 'deployment-status', deployment: 'nobody', status: 'success', message: 'hm' },
          { ...tooLarge, environment: 'nowhere', serviceType: 'monolith', idempotencyKey: 'too large' },
        ];
        const outcomes = await Promise.allSettled([
          takeAll([{ ...deployment, initiator: 'Ann' }]),
          ...refused.map((claim) => takeAll([claim])),
          takeAll([{ ...deployment, initiator: 'Bob' }]),
        ]);
        assert.deepEqual(
          outcomes.map(({ status }) => status),
          ['fulfilled', ...refused.map(() => 'rejected'), 'fulfilled'],
        );
        assert.equal((await store.head()).size, 2);
        assert.deepEqual(await store.actorsNamed(['Nora Nobody']), []);
        assert.deepEqual(await store.environments(), []);
        assert.deepEqual((await verify({})).failures, []);
      }));

    it('see one another: a report on a deployment of the same batch is taken', () =>
      onLedger(open, async ({ takeAll, store }) => {
        await takeAll([
          { ...deployment, id: 'd1', status: 'in-progress', startedAt: '2026-01-15T10:00:00Z' },
          { type: 'deployment-status', deployment: 'd1', status: 'failure' },
          { type: 'rollback', service: 'api', fromVersion: '2.3.0', toVersion: '2.2.9', reason: 'slow' },
        ]);
        assert.equal((await store.deployment('d1'))?.status, 'failure');
      }));
  });

  describe('a fact over 32 KiB', () => {
    it('is refused, naming the field and its size, and leaves nothing', () =>
      onLedger(open, async ({ take, store }) => {
        const before = await contentsOf(store);
        const refusal = await refusalOf(take(tooLarge));
        assert.deepEqual([refusal.code, refusal.field], ['invalid', 'remediates']);
        assert.match(refusal.message, /^the fact would take 4\d{4} bytes; at most 32768 are kept$/);
        assert.match(String(refusal.hint), /shorten remediates/);
        assert.deepEqual(await contentsOf(store), before);
      }));
  });

  describe('a dry run', () => {
    it('says what would be recorded, and records nothing', () =>
      onLedger(open, async ({ take, store, importFrom }) => {
        await take({ ...deployment, id: 'd1', initiator: 'Ann' });
        const before = await contentsOf(store);
        const claim = { ...deployment, environment: 'elsewhere', initiator: 'Eve', idempotencyKey: 'k' };
        assert.equal((await take(claim, { dryRun: true })).duplicate, false);
        assert.equal(
          (await refusalOf(take({ ...deployment, id: 'd1', version: '9' }, { dryRun: true }))).code,
          'conflict',
        );
        const report = await importFrom(readings([claim, claim, { type: 'nonsense' }]), {
          source: 'test',
          dryRun: true,
        });
        assert.deepEqual([report.recorded, report.duplicates, report.rejected.length], [1, 1, 1]);
        assert.deepEqual(await contentsOf(store), before);
        assert.deepEqual(await store.actorsNamed(['Eve']), []);
        assert.equal((await take(claim)).duplicate, false);
      }));
  });

  describe('the time of recording', () => {
    it('never goes backwards, even when the clock does', () =>
      onLedger(open, async ({ take, store, time, verify }) => {
        for (const elapsedMs of [0, 5000, -3_600_000, 4999, 6000]) {
          time.nowMs = noon + elapsedMs;
          await take(deployment);
        }
        const times = (await collect(store.facts(0, 10))).map(({ recordedMs }) => recordedMs - noon);
        assert.deepEqual(times, [0, 5000, 5000, 5000, 6000]);
        assert.deepEqual((await verify({})).failures, []);
      }));
  });

  describe('the size of the batches', () => {
    it('leaves no trace in the read models, nor in what was known when', async () => {
      const claims = [...demoFleet({ seed: 'batches', nowMs: noon })].slice(0, 1200);
      const rows = await Promise.all([1, 7, 256].map((inBatch) => rowsAfter(claims, inBatch)));
      assert.ok((rows[0]?.length ?? 0) > 500);
      assertSameRows(rows[1] ?? [], rows[0] ?? []);
      assertSameRows(rows[2] ?? [], rows[0] ?? []);
    });

    async function rowsAfter(claims: readonly unknown[], inBatch: number) {
      const ledger = await openOver(await open(), { scratch: open });
      for (let from = 0; from < claims.length; from += inBatch) {
        await ledger.takeAll(claims.slice(from, from + inBatch));
      }
      const rows = await allRows(ledger.store);
      await ledger.close();
      return rows;
    }
  });

  describe('two ledgers over one database', () => {
    it('each take into account what the other recorded', async () => {
      const store = await open();
      const [one, other] = [
        await openOver(store, { scratch: open }),
        await openOver(store, { scratch: open, seed: 'other' }),
      ];
      const at = (hour: number) => `2026-01-${10 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00Z`;
      for (let i = 0; i < 60; i++) {
        const [here, there] = i % 2 === 0 ? [one, other] : [other, one];
        const claim = { ...deployment, id: `d${i}`, version: `1.${i}`, initiator: 'Ann' };
        await here.take({ ...claim, status: 'in-progress', startedAt: at(i) });
        await there.take({ type: 'deployment-status', deployment: `d${i}`, status: 'success', at: at(i + 1) });
        if (i % 5 === 4) {
          const rollback = { type: 'rollback', service: 'api', environment: 'production', reason: 'slow' };
          await here.take({ ...rollback, fromVersion: `1.${i}`, toVersion: `1.${i - 3}`, at: at(i + 1) });
        }
      }
      assert.equal((await store.actorsNamed(['Ann'])).length, 1);
      assert.deepEqual((await one.verify({})).failures, []);
      await store.close();
    });

    it('may record at the same time', async () => {
      const store = await open();
      const [one, other] = [
        await openOver(store, { scratch: open }),
        await openOver(store, { scratch: open, seed: 'other' }),
      ];
      const claims = (of: string) => Array.from({ length: 300 }, (_, i) => ({ ...deployment, version: `${of}.${i}` }));
      const recorded = await Promise.all([one.takeAll(claims('1'), 20), other.takeAll(claims('2'), 30)]);
      const indexes = recorded.flat().map(({ index }) => index);
      assert.deepEqual(
        indexes.sort((a, b) => a - b),
        [...Array(600).keys()],
      );
      assert.deepEqual((await other.verify({})).failures, []);
      await store.close();
    });
  });
};

async function* readings(claims: readonly object[]) {
  for (const [i, claim] of claims.entries()) yield { line: i + 1, claim } as never;
}

/** Counts the transactions of a store from now on. */
function countTransactions(store: LedgerStore): () => number {
  let count = 0;
  const transact = store.transact.bind(store);
  store.transact = (work) => {
    count += 1;
    return transact(work);
  };
  return () => count;
}
