import { compareCodePoints } from '../../analysis/code-point-order.ts';
import { groupByKey } from '../../analysis/group-by-key.ts';
import { healthDefinition } from '../../analysis/health/health-definition.ts';
import type { HealthEvidence } from '../../analysis/health/measure-parts.ts';
import { scoreHealth } from '../../analysis/health/score-health.ts';
import { median } from '../../analysis/statistics.ts';
import { instant } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { type AnalysisScope, analysisScope } from '../analyze/analysis-scope.ts';
import { loadChanges } from '../read/load-changes.ts';
import { loadStanding } from '../read/load-standing.ts';
import { requireService } from '../read/require-service.ts';
import { requireWindow } from '../read/require-window.ts';
import { warnOfSilence } from '../read/warn-of-silence.ts';
import type { HealthQuery } from './health-query.ts';
import type { HealthReport, ServiceHealthView } from './health-view.ts';
import { recommend } from './recommend.ts';

/**
 * Shows how healthy each service is by what its deployments of a window led to, in the environments of tier production unless one is
 * named.
 * @throws LedgerError `invalid` for an environment or an index that does not exist or a window without time, `not-found` for a
 * service that nobody registered or deployed.
 */
export async function showHealth(store: LedgerStore, query: HealthQuery): Promise<HealthReport> {
  requireWindow(query);
  const scope = await analysisScope(store, query);
  const services = await store.services({ knownAt: scope.knownAt });
  const names = services.map(({ name }) => name);
  const chosen = query.service === undefined ? null : requireService(query.service, names);
  const evidenceOf = await loadEvidence(store, scope);
  const views = services
    .filter(({ name }) => chosen === null || name === chosen)
    .map(({ name, tier }): ServiceHealthView => {
      const evidence = evidenceOf(name);
      const health = scoreHealth(evidence);
      const view = { service: name, tier, ...health };
      return query.recommendations ? { ...view, recommendations: recommend(name, health, evidence) } : view;
    });
  return {
    healthVersion: healthDefinition.version,
    from: instant(query.fromMs),
    to: instant(query.toMs),
    tz: query.tz,
    service: chosen,
    environments: scope.environments,
    medianScore: median(views.flatMap(({ score }) => score ?? [])),
    services: views.sort(byScore),
    warnings: views.some(({ deployments }) => deployments > 0) ? [] : await warnOfSilence(store, scope),
  };
}

async function loadEvidence(store: LedgerStore, scope: AnalysisScope): Promise<(service: string) => HealthEvidence> {
  const { service, environments, knownAt, window } = scope;
  const changesOf = groupByKey(await loadChanges(store, scope), (change) => change.service);
  const deployments = await store.deployments({ service, environments, knownAt, ...window });
  const deploymentsOf = groupByKey(deployments, (row) => row.service);
  const standing = await loadStanding(store, scope);
  const [anyIncident] = await store.incidents({ knownAt }, { limit: 1 });
  return (name) => ({
    changes: (changesOf.get(name) ?? []).toReversed(),
    deployments: deploymentsOf.get(name) ?? [],
    openIncidents: standing.openIncidents.get(name) ?? [],
    recordsIncidents: anyIncident !== undefined,
    lastDeployedMs: standing.lastDeployedMs.get(name) ?? null,
    atMs: window.toMs,
  });
}

function byScore(a: ServiceHealthView, b: ServiceHealthView): number {
  return (a.score ?? Number.MAX_VALUE) - (b.score ?? Number.MAX_VALUE) || compareCodePoints(a.service, b.service);
}
