import type { Span } from '../../analysis/span.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { factsKnownAt } from '../read/known-at.ts';
import { productionEnvironments } from '../read/production-environments.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import { requireServiceOf } from '../read/require-service.ts';
import type { AnalysisQuery } from './analysis-query.ts';

/** The changes that an analysis looks at; what `loadChanges` takes. */
export interface AnalysisScope {
  readonly service: string | undefined;
  readonly environments: readonly string[];
  readonly window: Span;
  /** Number of facts. */
  readonly knownAt: number | undefined;
}

/** What it takes to know where to look. */
export type ScopeQuery = Pick<AnalysisQuery, 'service' | 'environment' | 'fromMs' | 'toMs' | 'knownAt'>;

/**
 * Finds out where to look.
 * @throws LedgerError `invalid` for an environment that nobody registered or an index that the log does not have, `not-found` for a
 * service that nobody knows.
 */
export async function analysisScope(store: LedgerStore, query: ScopeQuery): Promise<AnalysisScope> {
  const { fromMs, toMs } = query;
  const named = await requireEnvironment(store, query.environment);
  const knownAt = await factsKnownAt(store, query.knownAt);
  return {
    service: await requireServiceOf(store, query.service, knownAt),
    environments: named === undefined ? await productionEnvironments(store, knownAt) : [named],
    window: { fromMs, toMs },
    knownAt,
  };
}
