import { join } from 'node:path';
import type { BenchContext, BenchRow, Measurement } from '../bench-row.ts';
import { connectDuckDb } from '../duckdb/connect-duckdb.ts';
import { fillTable } from '../duckdb/fill-table.ts';
import { readWeeklyAnswer, threadsOf, weeklySql } from '../duckdb/weekly-sql.ts';
import { alternate, type Comparison } from '../measure/alternate.ts';
import { timeMs } from '../measure/time.ts';
import { askEngine, askForObjects } from '../metrics/ask-engine.ts';
import { columnBytes } from '../metrics/column-bytes.ts';
import { expectSame } from '../metrics/weekly-answer.ts';
import { count, duration, times } from '../report/figures.ts';

const goal = 1;
/** Deployments from which on the goal is meant. */
const goalFrom = 1_000_000;
/** What is warm has been compiled, too. */
const warmUps = 5;

/**
 * Deployments, lead time, change fail rate and recovery time of 200 services by week over 365 days, from columns in memory to columns in
 * memory, against DuckDB on its own table of the same deployments. Both must say the same first.
 */
export const doraMetrics: BenchRow = {
  name: 'dora',
  goal: `≤ ${goal.toFixed(1)} ×`,
  async run(context) {
    const measurements: Measurement[] = [];
    for (const deployments of context.sizes.histories) {
      measurements.push(...(await measure(context, deployments)));
      const bytes = columnBytes(context.historyOf(deployments).columns) / deployments;
      measurements.push({
        what: `memory of the columns, ${count(deployments)}`,
        measured: `${bytes.toFixed(1)} B each`,
      });
    }
    return measurements;
  },
};

async function measure(context: BenchContext, deployments: number): Promise<Measurement[]> {
  const { sizes, packages, historyOf, directory } = context;
  const what = `all services by week, ${count(deployments)} deployments, warm`;
  const duckDb = await connectDuckDb(packages);
  if (duckDb === undefined) return [{ what, measured: 'skipped: no DuckDB; npm ci --prefix bench --ignore-scripts' }];
  const evidence = historyOf(deployments);
  await fillTable(duckDb, evidence, join(directory(`dora-${deployments}`), 'deployments.csv'));
  expectSame(askEngine(evidence), await readWeeklyAnswer(duckDb));
  const statement = await duckDb.prepare(weeklySql);
  const columns = await alternate(
    sizes.rounds,
    async () => [await timeMs(() => askEngine(evidence)), await timeMs(() => statement.run())],
    warmUps,
  );
  const objects = await alternate(sizes.rounds, async () => [
    await timeMs(() => askForObjects(evidence)),
    await timeMs(async () => (await duckDb.runAndReadAll(weeklySql)).getRowObjectsJS()),
  ]);
  const baseline = `DuckDB, ${await threadsOf(duckDb)} threads`;
  duckDb.closeSync();
  return [
    { ...measurementOf(what, columns, baseline), met: deployments < goalFrom ? undefined : columns.ratio <= goal },
    measurementOf('the same as objects, to JavaScript', objects, baseline),
  ];
}

function measurementOf(what: string, { measuredMs, baselineMs, ratio }: Comparison, baseline: string): Measurement {
  return { what, measured: duration(measuredMs), baseline: `${duration(baselineMs)} ${baseline}`, ratio: times(ratio) };
}
