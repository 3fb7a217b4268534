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
import { alternate, type Round } from '../measure/alternate.ts';
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
    const round: Round = async () => {
      const claims = fleet.take(batchSize);
      const drafts = draftsOf(claims);
      const head = await store.head();
      return [await timeMs(() => makeProvable(drafts, head, store)), await timeMs(() => recordAll(ledger, claims))];
    };
    const { measuredMs, baselineMs, ratio } = await alternate(sizes.appends, round, sizes.appends / 5);
    await store.close();
    return [
      {
        what: 'sealing, canonical bytes, hashing and tiles, of an append',
        measured: duration(measuredMs),
        baseline: `${duration(baselineMs)} append`,
        ratio: percent(ratio),
        met: ratio <= goal,
      },
    ];
  },
};

const random = pooledRandom();

/** The steps of an append between the decision and the store. */
async function makeProvable(drafts: readonly Draft[], head: Head, log: LogReader): Promise<void> {
  const tree = new GrowingTree(head);
  for (const draft of drafts) {
    const salts = random(draft.secrets.length * saltBytes);
    seal(draft, tree.size, salts, (name) => `actor of ${name}`);
    tree.append(leafHash(encodeFact(draft.fact)));
  }
  await tree.tiles(log);
  tree.rangeBytes();
}
