import { join } from 'node:path';
import type { BenchContext, BenchRow, Measurement } from '../bench-row.ts';
import { bareStatements } from '../ledgers/bare-statements.ts';
import { BareWriter } from '../ledgers/bare-writer.ts';
import { captureBatches } from '../ledgers/capture-batches.ts';
import { copyLedger, databaseOf } from '../ledgers/grown-ledger.ts';
import { batchSize, openGrown, recordAll } from '../ledgers/open-grown.ts';
import { alternate, type Round } from '../measure/alternate.ts';
import { timeMs } from '../measure/time.ts';
import { count, duration, times } from '../report/figures.ts';

const goal = 0.6;

/**
 * Durable appends through the full path against bare prepared statements that write the very same rows: both to copies of the same
 * ledger, which so stay the same.
 */
export const append: BenchRow = {
  name: 'append',
  goal: `≥ ${goal} ×`,
  async run(context) {
    const { smallLedger, largeLedger } = context.sizes;
    return [await measure(context, smallLedger), await measure(context, largeLedger)];
  },
};

async function measure(context: BenchContext, facts: number): Promise<Measurement> {
  const { appends } = context.sizes;
  const grown = await context.ledgerOf(facts);
  const directory = context.directory(`append-${facts}`);
  const bare = new BareWriter(databaseOf(copyLedger(grown, join(directory, 'bare'))));
  const full = await openGrown(copyLedger(grown, join(directory, 'full')));
  const written = captureBatches(full.store);
  const round: Round = async () => {
    const claims = full.fleet.take(batchSize);
    const fullMs = await timeMs(() => recordAll(full, claims));
    const statements = written.splice(0).map((batch) => bare.prepare(bareStatements(batch)));
    const bareMs = await timeMs(() => {
      for (const batch of statements) bare.write(batch);
    });
    return [fullMs, bareMs];
  };
  const { measuredMs, baselineMs, ratio } = await alternate(appends, round, appends / 5);
  bare.close();
  await full.store.close();
  return {
    what: `batch of ${batchSize} claims, ledger of ${count(grown.facts)} facts`,
    measured: duration(measuredMs),
    baseline: `${duration(baselineMs)} bare statements`,
    ratio: times(1 / ratio),
    met: 1 / ratio >= goal,
  };
}
