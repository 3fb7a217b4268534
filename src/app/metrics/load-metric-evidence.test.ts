import { expect, it } from 'vitest';
import { ReferenceStore } from '../../../test/contract/reference-store.ts';
import { faultsIn } from '../../../test/support/metrics/every-number.ts';
import { day, deployed, type MetricsLedger, openMetricsLedger } from '../../../test/support/metrics/metrics-ledger.ts';
import type { MetricFilter, MetricRow } from '../../projections/metric-rows.ts';
import { profileNames } from './metrics-query.ts';

/** Answers page by page, in an order of its own. */
class PagedStore extends ReferenceStore {
  readonly #paged: (rows: readonly MetricRow[]) => Iterable<MetricRow[]>;

  constructor(paged: (rows: readonly MetricRow[]) => Iterable<MetricRow[]>) {
    super();
    this.#paged = paged;
  }

  override async *metricRows(filter: MetricFilter) {
    for await (const rows of super.metricRows(filter)) yield* this.#paged(rows);
  }
}

const place = { service: 'api', environment: 'production' };
const commits = [1, 2].map((date) => ({ sha: `${date}`.repeat(40), committedAt: new Date(day(date)).toISOString() }));

async function recordHistory(ledger: MetricsLedger): Promise<void> {
  await ledger.record(
    deployed(2, { id: 'a', version: '1' }),
    deployed(3, { id: 'b', version: '2', commits }),
    deployed(3, { id: 'c', service: 'web', region: 'eu', strategy: 'canary' }),
    deployed(4, { id: 'd', version: '3', status: 'failure' }),
    deployed(5, { id: 'e', version: '4', environment: 'prod-west', planned: false }),
    deployed(40, { id: 'f', version: '5' }),
    { type: 'rollback', ...place, fromVersion: '2', toVersion: '1', reason: 'slow', at: day(3, 14) },
    { type: 'incident', ...place, openedAt: day(3, 12), resolvedAt: day(3, 13) },
  );
}

async function reports(ledger: MetricsLedger): Promise<unknown[]> {
  await recordHistory(ledger);
  const groupings = [[], ['service', 'week'], ['region']] as const;
  const asked = profileNames.flatMap((profile) => groupings.map((groupBy) => ({ profile, groupBy, explain: true })));
  return Promise.all(asked.map((query) => ledger.report(query)));
}

it.each([
  ['a page for each', (rows: readonly MetricRow[]) => rows.map((row) => [row])],
  ['pages without anything', (rows: readonly MetricRow[]) => [[], [...rows], []]],
  ['pages of two, the last one first', (rows: readonly MetricRow[]) => [rows.slice(2), rows.slice(0, 2)]],
])('the metrics do not depend on the pages in which a store answers: %s', async (_, paged) => {
  const [plain, other] = [await openMetricsLedger(), await openMetricsLedger(new PagedStore(paged))];
  expect(await reports(other)).toEqual(await reports(plain));
});

it('an empty ledger answers every profile with numbers, or null with the reason', async () => {
  const ledger = await openMetricsLedger();
  for (const profile of profileNames) expect(faultsIn(await ledger.report({ profile, compare: true }))).toEqual([]);
});
