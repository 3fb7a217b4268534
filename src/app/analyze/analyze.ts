import { instant } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { requireWindow } from '../read/require-window.ts';
import type { AnalysisQuery, AnalysisType } from './analysis-query.ts';
import type { AnalysisFrame, AnalysisReport } from './analysis-report.ts';
import { type AnalysisScope, analysisScope } from './analysis-scope.ts';

/** What one type of analysis is given: where to look, what was asked, and the head of the report to fill in. */
export interface Assignment<Type extends AnalysisType> {
  readonly store: LedgerStore;
  readonly query: AnalysisQuery;
  readonly scope: AnalysisScope;
  readonly frame: AnalysisFrame<Type>;
}

type Analysis<Type extends AnalysisType> = (
  assignment: Assignment<Type>,
) => Promise<Extract<AnalysisReport, { readonly type: Type }>>;

/** Each type is loaded when it is asked for. */
const analyses: { readonly [Type in AnalysisType]: () => Promise<Analysis<Type>> } = {
  'failure-patterns': async () => (await import('./analyze-failure-patterns.ts')).analyzeFailurePatterns,
  'peak-times': async () => (await import('./analyze-peak-times.ts')).analyzePeakTimes,
  velocity: async () => (await import('./analyze-velocity.ts')).analyzeVelocity,
  trend: async () => (await import('./analyze-trend.ts')).analyzeTrend,
  dependencies: async () => (await import('./analyze-dependencies.ts')).analyzeDependencies,
  impact: async () => (await import('./analyze-impact.ts')).analyzeImpact,
  risk: async () => (await import('./analyze-risk.ts')).analyzeRisk,
};

/**
 * Analyzes the changes of a window, in the environments of tier production unless one is named.
 * @throws LedgerError `invalid` for an environment, a time zone or an index that does not exist, a window without time, or a
 * threshold out of range; `not-found` for a service that nobody knows.
 */
export async function analyze(store: LedgerStore, query: AnalysisQuery): Promise<AnalysisReport> {
  requireWindow(query);
  const scope = await analysisScope(store, query);
  return analyzeAs(query.type, store, query, scope);
}

async function analyzeAs<Type extends AnalysisType>(
  type: Type,
  store: LedgerStore,
  query: AnalysisQuery,
  scope: AnalysisScope,
): Promise<Extract<AnalysisReport, { readonly type: Type }>> {
  const run = await analyses[type]();
  const { service = null, environments } = scope;
  const { fromMs, toMs, tz } = query;
  return run({
    store,
    query,
    scope,
    frame: { type, from: instant(fromMs), to: instant(toMs), tz, service, environments },
  });
}
