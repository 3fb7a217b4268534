import { type MetricsQuery, metricNames } from '../../../src/app/metrics/metrics-query.ts';
import type { MetricsReport, MetricView } from '../../../src/app/metrics/metrics-report.ts';
import { showMetrics } from '../../../src/app/metrics/show-metrics.ts';
import { openTestLedger, type TestLedger } from '../test-ledger.ts';

/** A moment of January 2026, or later when the date goes on. */
export function day(date: number, hour = 10): number {
  return Date.UTC(2026, 0, date, hour);
}

export const january: MetricsQuery = {
  metrics: metricNames,
  fromMs: day(1, 0),
  toMs: day(31, 0),
  tz: 'UTC',
  groupBy: [],
};

let versions = 0;
/** A deployment of `api` to production that took an hour. */
export function deployed(date: number, more: object = {}) {
  return {
    type: 'deployment',
    service: 'api',
    version: `0.0.${versions++}`,
    environment: 'production',
    startedAt: day(date, 9),
    finishedAt: day(date),
    ...more,
  };
}

export interface MetricsLedger extends TestLedger {
  report(more?: Partial<MetricsQuery>): Promise<MetricsReport>;
  /** The metrics of the only group. */
  metrics(more?: Partial<MetricsQuery>): Promise<Readonly<Record<string, MetricView>>>;
}

/** A real ledger that tells the metrics of January. */
export async function openMetricsLedger(store?: TestLedger['store']): Promise<MetricsLedger> {
  const ledger = await openTestLedger(day(1, 0), store);
  const report = (more: Partial<MetricsQuery> = {}) => showMetrics(ledger.store, { ...january, ...more });
  return { ...ledger, report, metrics: async (more) => (await report(more)).groups[0]?.metrics ?? {} };
}
