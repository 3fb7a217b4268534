import assert from 'node:assert/strict';
import { type OpenedLedger, openOver, refusalOf } from '../support/ledgers.ts';
import { contentsOf } from '../support/ledgers-contents.ts';
import { collect, type Suite } from './contract.ts';
import { onLedger } from './ledger-suite.ts';

const production = { service: 'api', environment: 'production' };
const deployment = { type: 'deployment', ...production, version: '2.3.0' };

/** Claims that name Zoë Secret in every field that is sealed, and elsewhere. */
const claims = [
  {
    ...deployment,
    id: 'd1',
    status: 'in-progress',
    initiator: 'Zoë Secret',
    approvedBy: ['Ann', 'Zoë Secret'],
    message: 'asked for by zoë secret, twice',
    metadata: { ticket: { 'of ZOË SECRET': 1 }, list: ['Zoe\u0308 Secret', 2] },
    idempotencyKey: 'key of Zoë Secret',
  },
  { type: 'deployment-status', deployment: 'd1', status: 'success', message: 'Zoë Secret says it is done' },
  {
    type: 'correction',
    deployment: 'd1',
    set: { approvedBy: ['Zoë Secret'], message: 'by Ann' },
    reason: 'Zoë Secret forgot',
  },
  {
    type: 'rollback',
    ...production,
    fromVersion: '2.3.0',
    toVersion: '2.2.9',
    reason: 'Zoë Secret saw a leak',
    initiator: 'Ann',
    impact: ['web', 'desk of Zoë Secret'],
  },
  { type: 'incident', id: 'i1', ...production, title: 'Zoë Secret was paged' },
  { type: 'incident-attribution', incident: 'i1', deployment: 'd1', initiator: 'Zoë Secret' },
  { ...deployment, id: 'd2', initiator: 'Ann', message: 'nothing to do with her' },
];

export const sealingSuite: Suite = ({ describe, it }, open) => {
  describe('persons and free text', () => {
    it('never enter the bytes of a fact nor a row of a read model', () =>
      onLedger(open, async ({ store, takeAll }) => {
        await takeAll(claims);
        for await (const { bytes } of store.facts(0, 100)) assertClean(Buffer.from(bytes).toString());
        const { rows } = (await contentsOf(store)) as { rows: unknown };
        assertClean(JSON.stringify(rows));
      }));

    it('are one reference for the same person, and different ones for different persons', () =>
      onLedger(open, async ({ store, take, takeAll }) => {
        await takeAll(claims.slice(0, 2));
        await take({ ...deployment, id: 'd3', initiator: 'Zoe\u0308 Secret', approvedBy: ['zoë secret'] });
        const [first, later] = [await store.deployment('d1'), await store.deployment('d3')];
        assert.equal(first?.initiator, first?.approvedBy[1]);
        assert.equal(later?.initiator, first?.initiator);
        assert.equal(new Set([...(first?.approvedBy ?? []), ...(later?.approvedBy ?? [])]).size, 3);
      }));

    it('are salted: the same words leave another commitment each time', () =>
      onLedger(open, async ({ store, takeAll }) => {
        await takeAll(Array.from({ length: 20 }, () => ({ ...deployment, message: 'the same', initiator: 'Ann' })));
        const salts = (await collect(store.openings(0, 20))).map(({ salt }) => Buffer.from(salt).toString('hex'));
        assert.equal(new Set(salts).size, 40);
      }));
  });

  describe('the erasure of a person', () => {
    it('takes every opening that names them, the names, and nothing else', () =>
      erased(async ({ store, report, before, ledger }) => {
        const openings = await collect(store.openings(0, 100));
        assertClean(JSON.stringify(openings));
        assert.equal(report.openings.length, before.length - openings.length);
        assert.deepEqual(openings.map(({ value }) => JSON.parse(value)).sort(), [
          'Ann',
          'Ann',
          'Ann',
          'by Ann',
          'nothing to do with her',
        ]);
        assert.deepEqual(
          (await collect(store.allActors())).map(({ name }) => name),
          ['Ann'],
        );
        assert.equal((await ledger.deployment('d1')).initiator, null);
      }));

    it('is a fact, and what was recorded before stays provable: the log still verifies', () =>
      erased(async ({ ledger, root, sizeBefore, note }) => {
        const size = await ledger.size();
        assert.equal(size, sizeBefore + 1);
        const verified = await ledger.verify({ against: [note] });
        assert.deepEqual(verified.failures, []);
        assert.notEqual(verified.root, root);
        assert.match(verified.checkpoint ?? '', new RegExp(`\n${size}\n`));
      }));

    it('does not let the person be found again, nor does a repetition of the claim bring them back', () =>
      erased(async ({ ledger }) => {
        const again = await ledger.takeAll(claims.slice(0, 1));
        assert.deepEqual([again[0]?.duplicate, again[0]?.id], [true, 'd1']);
        assert.deepEqual(await ledger.store.actorsNamed(['Zoë Secret']), []);
        const refusal = await refusalOf(ledger.eraseActor('Zoë Secret', { aliases: [], dryRun: false }));
        assert.equal(refusal.code, 'not-found');
      }));

    it('gives the same person another reference when they come back', () =>
      erased(async ({ ledger, report }) => {
        await ledger.take({ ...deployment, id: 'new', initiator: 'Zoë Secret' });
        const row = await ledger.store.deployment('new');
        assert.ok(row?.initiator && !report.actors.includes(row.initiator));
        assert.deepEqual((await ledger.verify({})).failures, []);
      }));

    it('finds the name in whatever case, and by an alias', () =>
      onLedger(open, async (ledger) => {
        await ledger.takeAll(claims);
        const options = { aliases: ['zoë SECRET'], dryRun: false };
        await ledger.eraseActor('zs@example.com', options);
        assertClean(JSON.stringify(await contentsOf(ledger.store)));
        assert.deepEqual(
          (await collect(ledger.store.allActors())).map(({ name }) => name),
          ['Ann'],
        );
        assert.deepEqual((await ledger.verify({})).failures, []);
      }));

    it('may be tried out: then nothing is erased', () =>
      onLedger(open, async (ledger) => {
        await ledger.takeAll(claims);
        const before = await contentsOf(ledger.store);
        const tried = await ledger.eraseActor('Zoë Secret', { aliases: [], dryRun: true });
        assert.deepEqual(await contentsOf(ledger.store), before);
        const report = await ledger.eraseActor('Zoë Secret', { aliases: [], dryRun: false });
        assert.deepEqual([report.actors, report.openings], [tried.actors, tried.openings]);
      }));

    it('of somebody whom many facts name is as many facts as it takes', () =>
      onLedger(open, async (ledger) => {
        await ledger.takeAll(Array.from({ length: 1200 }, () => ({ ...deployment, initiator: 'Zoë Secret' })));
        await ledger.eraseActor('Zoë Secret', { aliases: [], dryRun: false });
        assert.equal(await ledger.size(), 1203);
        assert.deepEqual((await ledger.verify({})).failures, []);
      }));

    it('leaves nothing when it cannot be signed', () =>
      onLedger(open, async (ledger) => {
        await ledger.takeAll(claims);
        const before = await contentsOf(ledger.store);
        ledger.keys.lose();
        assert.equal((await refusalOf(ledger.eraseActor('Ann', { aliases: [], dryRun: false }))).code, 'storage');
        assert.deepEqual(await contentsOf(ledger.store), before);
      }));
  });

  async function erased(test: (situation: Erased) => Promise<void>): Promise<void> {
    const ledger = await openOver(await open(), { scratch: open });
    await ledger.takeAll(claims);
    const note = await ledger.checkpoint();
    const { root } = await ledger.verify({});
    const before = await collect(ledger.store.openings(0, 100));
    const sizeBefore = await ledger.size();
    const report = await ledger.eraseActor('Zoë Secret', { aliases: [], dryRun: false });
    await test({ ledger, store: ledger.store, report, before, root, note, sizeBefore });
    await ledger.close();
  }
};

interface Erased {
  readonly ledger: OpenedLedger;
  readonly store: OpenedLedger['store'];
  readonly report: Awaited<ReturnType<OpenedLedger['eraseActor']>>;
  readonly before: readonly unknown[];
  readonly root: string;
  readonly note: string;
  readonly sizeBefore: number;
}

function assertClean(text: string): void {
  assert.doesNotMatch(text.normalize('NFC'), /zoë secret/i);
}
