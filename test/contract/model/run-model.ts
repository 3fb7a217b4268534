import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LedgerStore, LedgerTransaction, RowChange } from '../../../src/projections/read-store.ts';
import { type OpenStore, plain } from '../contract.ts';
import { ReferenceStore } from '../reference-store.ts';
import { identity } from '../samples.ts';
import { erasure, logStep } from './log-steps.ts';
import { anyQuery } from './queries.ts';
import { rowStep } from './row-steps.ts';

const step = fc.record({
  log: logStep,
  rows: fc.array(rowStep, { maxLength: 20 }),
  erased: erasure,
  fails: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  queries: fc.array(anyQuery, { minLength: 20, maxLength: 40 }),
});
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Whatever is done to a store and to the reference alike, both answer every question alike. */
export async function compareWithReference(open: OpenStore): Promise<void> {
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
    const [store, reference] = [await open(), new ReferenceStore()];
    await store.create(identity);
    await reference.create(identity);
    let index = 0;
    for (const step of steps) {
      index = await perform(step, index, store, reference);
      for (const { name, ask } of step.queries) {
        assert.deepEqual(plain(await ask(store)), plain(await ask(reference)), name);
      }
    }
    await store.close();
  });
  await fc.assert(property, { numRuns: 200 });
}

/** Does the same to both; what it does to the rows is drawn from those that the reference has. */
async function perform(step: Step, firstIndex: number, store: LedgerStore, reference: ReferenceStore): Promise<number> {
  const changes: RowChange[][] = [];
  const onReference = reference.transact(async (transaction) => {
    for (const [place, change] of step.rows.entries()) {
      changes.push(change(transaction.rows, firstIndex + place));
      await transaction.project(changes.at(-1) ?? []);
    }
    await finish(step, transaction);
  });
  const onStore = () =>
    store.transact(async (transaction) => {
      await transaction.project(changes.flat());
      await finish(step, transaction);
    });
  const outcomes = [await outcome(onReference), await outcome(onStore())];
  assert.deepEqual(outcomes, step.fails ? ['failed', 'failed'] : ['done', 'done']);
  return firstIndex + step.rows.length;
}

async function finish({ log, erased, fails }: Step, transaction: LedgerTransaction): Promise<void> {
  const { size, recordedMs } = await transaction.head();
  await transaction.append(log(size, recordedMs));
  await transaction.erase(erased.openings, erased.actors);
  if (fails) throw new Fails();
}

class Fails extends Error {}

function outcome(work: Promise<void>): Promise<'done' | 'failed'> {
  return work.then(
    () => 'done',
    (error) => {
      if (error instanceof Fails) return 'failed';
      throw error;
    },
  );
}
