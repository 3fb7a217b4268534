import { GrowingTree } from '../../src/app/record/growing-tree.ts';
import type { Draft } from '../../src/domain/facts/fact.ts';
import { encodeFact } from '../../src/ledger/fact-bytes.ts';
import { leafHash } from '../../src/ledger/hashing.ts';
import type { Head, LogReader } from '../../src/ledger/log-store.ts';
import { saltBytes, seal } from '../../src/ledger/sealing.ts';
import { pooledRandom } from '../../src/main/open-ledger.ts';
import type { BenchRow } from '../bench-row.ts';
import { draftsOf } from '../fleet/drafts.ts';
import { copyLedger } from '../ledgers/grown-ledger.ts';
import { batchSize, openGrown, recordAll } from '../ledgers/open-grown.ts';
import { alternate } from '../measure/alternate.ts';
import { timeMs } from '../measure/time.ts';
import { duration, percent } from '../report/figures.ts';

const goal = 0.2;

/** What makes the log provable, done by itself on the claims that were just appended: its share of that append. */
export const hashingShare: BenchRow = {
  name: 'hashing-share',
  goal: `≤ ${percent(goal)}`,
  async run({ sizes, ledgerOf, directory }) {
    const ledger = await openGrown(copyLedger(await ledgerOf(sizes.smallLedger), directory('hashing-share')));
    const { store, fleet } = ledger;
    const { measuredMs, baselineMs, ratio } = await alternate(sizes.rounds, async () => {
      const claims = Array.from({ length: sizes.batches }, () => fleet.take(batchSize));
      const drafts = claims.map((batch) => draftsOf(batch));
      let head = await store.head();
      const provableMs = await timeMs(async () => {
        for (const batch of drafts) head = await makeProvable(batch, head, store);
      });
      const appendMs = await timeMs(async () => {
        for (const batch of claims) await recordAll(ledger, batch);
      });
      return [provableMs, appendMs];
    });
    await store.close();
    return [
      {
        what: 'sealing, canonical bytes, hashing and tiles, of an append',
        measured: duration(measuredMs / sizes.batches),
        baseline: `${duration(baselineMs / sizes.batches)} append`,
        ratio: percent(ratio),
        met: ratio <= goal,
      },
    ];
  },
};

const random = pooledRandom();

/** The steps of an append between the decision and the store. */
async function makeProvable(drafts: readonly Draft[], head: Head, log: LogReader): Promise<Head> {
  const tree = new GrowingTree(head);
  for (const draft of drafts) {
    const salts = random(draft.secrets.length * saltBytes);
    seal(draft, tree.size, salts, (name) => `actor of ${name}`);
    tree.append(leafHash(encodeFact(draft.fact)));
  }
  await tree.tiles(log);
  return { size: tree.size, range: tree.rangeBytes(), recordedMs: head.recordedMs };
}
