import { computeMetrics, profileVersion } from '../../analysis/compute-metrics.ts';
import { instant } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { MetricsQuery } from '../queries.ts';
import type { EnvironmentView, MetricsReport } from '../views.ts';
import { gatherEvidence, type Scope } from './gather-evidence.ts';
import { factsKnownAt } from './known-at.ts';
import { listEnvironments } from './list-environments.ts';
import { metricsWarnings } from './metrics-warnings.ts';
import { requireEnvironment } from './require-environment.ts';
import { requireWindow } from './require-window.ts';

/**
 * Shows the metrics of a window by the definitions of the profile `dora`: of the environments of tier production unless one is named.
 * @throws LedgerError `invalid` for an environment, a time zone or an index that does not exist, or a window without time.
 */
export async function showMetrics(store: LedgerStore, query: MetricsQuery): Promise<MetricsReport> {
  const { metrics, fromMs, toMs, tz, groupBy } = query;
  requireWindow(query);
  const named = await requireEnvironment(store, query.environment);
  const knownAt = await factsKnownAt(store, query.knownAt);
  const environments = await listEnvironments(store, { knownAt });
  const window = { fromMs, toMs };
  const scope: Scope = {
    service: query.service?.normalize('NFC'),
    environments: named === undefined ? ofProduction(environments) : [named],
    window,
    knownAt,
    recoveries: metrics.includes('mttr'),
  };
  const evidence = await gatherEvidence(store, scope);
  const answer = computeMetrics(evidence, { metrics, window, tz, groupBy, explain: query.explain ?? false });
  return {
    profile: 'dora',
    profileVersion,
    from: instant(fromMs),
    to: instant(toMs),
    tz,
    groups: answer.groups,
    excluded: answer.excluded,
    warnings: await metricsWarnings(store, scope, answer, evidence, environments),
  };
}

function ofProduction(environments: readonly EnvironmentView[]): string[] {
  return environments.filter(({ tier }) => tier === 'production').map(({ name }) => name);
}
