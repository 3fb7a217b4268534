import { historySpan } from '../fleet/draw-deployments.ts';
import { weekOfSql } from '../metrics/week-of.ts';
import type { WeeklyAnswer } from '../metrics/weekly-answer.ts';
import type { DuckDb } from './connect-duckdb.ts';

const deployed = "status IN ('success', 'partial', 'rolled-back')";

/** The question by service and week, with exact medians, in DuckDB's SQL. */
export const weeklySql = `
  SELECT service, CAST(${weekOfSql('at_ms')} AS INTEGER) AS week,
    CAST(count(*) FILTER (${deployed}) AS INTEGER) AS deployed,
    median(at_ms - committed_ms) FILTER (${deployed} AND has_previous AND committed_ms <= at_ms) AS lead_time_ms,
    CAST(count(*) FILTER (failed) AS INTEGER) AS failed,
    median(recovered_ms - at_ms) FILTER (failed) AS recovery_time_ms
  FROM deployments WHERE at_ms >= ${historySpan.fromMs} AND at_ms < ${historySpan.toMs}
  GROUP BY service, week`;

export async function readWeeklyAnswer(duckDb: DuckDb): Promise<WeeklyAnswer> {
  const reader = await duckDb.runAndReadAll(weeklySql);
  const [services = [], weeks = [], counts = [], leads = [], failed = [], recoveries = []] = reader.getColumnsJS();
  const seconds = (ms: unknown) => (ms === null ? Number.NaN : Number(ms) / 1000);
  return {
    services: services.map(String),
    weeks: weeks.map(Number),
    deployed: counts.map(Number),
    leadTime: leads.map(seconds),
    changeFailRate: failed.map((count, i) => Number(count) / Number(counts[i])),
    recoveryTime: recoveries.map(seconds),
  };
}

export async function threadsOf(duckDb: DuckDb): Promise<number> {
  const reader = await duckDb.runAndReadAll("SELECT current_setting('threads')");
  return Number(reader.getColumnsJS()[0]?.[0]);
}
