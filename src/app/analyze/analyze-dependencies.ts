import { failureHistories } from '../../analysis/cascades/failure-histories.ts';
import { type Cascade, cascadeCriteria, findCascades } from '../../analysis/cascades/find-cascades.ts';
import { buildDependencyGraph, type DependencyGraph } from '../../analysis/dependencies/dependency-graph.ts';
import {
  type DependencyOfService,
  type DependencyStructure,
  describeDependencies,
} from '../../analysis/dependencies/describe-dependencies.ts';
import { traceImpact } from '../../analysis/impact/trace-impact.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import { loadChanges } from '../read/load-changes.ts';
import type { AnalysisReportOf } from './analysis-report.ts';
import type { AnalysisScope } from './analysis-scope.ts';
import type { Assignment } from './analyze.ts';
import { requireSpan } from './require-span.ts';
import { requireThreshold } from './require-threshold.ts';
import { undeclaredDependencies } from './undeclared-dependencies.ts';

/** By service; those named only as dependencies are among them. */
export interface DependenciesReport
  extends AnalysisReportOf<'dependencies', DependencyOfService>,
    Pick<DependencyStructure, 'depth' | 'longestChain' | 'layers' | 'cycles' | 'missing'> {
  /** Dependencies along which failures cascade, the clearest first. */
  readonly cascades: readonly Cascade[];
  /** How soon after its dependency a service has to fail for a cascade, in milliseconds. */
  readonly spanMs: number;
  /** The share of chance findings that is put up with among the cascades. */
  readonly threshold: number;
}

/**
 * Analyzes who depends on whom, and which failures spread. Of one service it says what it rests on, directly or not.
 * @throws LedgerError `invalid` unless 0 < threshold < 1 and 0 < span ≤ a day.
 */
export async function analyzeDependencies({
  store,
  query,
  scope,
  frame,
}: Assignment<'dependencies'>): Promise<DependenciesReport> {
  const threshold = requireThreshold(query.threshold);
  const spanMs = requireSpan(query.spanMs);
  const fleet = { ...scope, service: undefined };
  const graph = buildDependencyGraph(await store.services({ knownAt: scope.knownAt }));
  const { services, dependencyCount, ...structure } = describeDependencies(graph, foundation(graph, scope.service));
  const histories = failureHistories(await loadChanges(store, fleet), await loadIncidents(store, fleet), spanMs);
  const criteria = { ...cascadeCriteria, spanMs, falseDiscoveryRate: threshold };
  const { cascades, tested } = findCascades(graph, histories, scope.window, criteria);
  return {
    ...frame,
    lookedAt: {
      services: services.length,
      dependencies: dependencyCount,
      failures: [...histories.values()].reduce((count, { failures }) => count + failures.length, 0),
      testedForCascades: tested,
    },
    rows: services,
    ...structure,
    cascades: cascades.filter((found) => scope.service === undefined || isAbout(found, scope.service)),
    spanMs,
    threshold,
    reason: services.length === 0 ? 'no service is known' : null,
    warnings: services.length > 0 && isWithoutDependencies(graph) ? [undeclaredDependencies] : [],
  };
}

function isWithoutDependencies(graph: DependencyGraph): boolean {
  return [...graph.values()].every(({ dependencies }) => dependencies.length === 0);
}

async function loadIncidents(store: LedgerStore, scope: AnalysisScope): Promise<IncidentRow[]> {
  const incidents = await store.incidents({ ...scope.window, knownAt: scope.knownAt });
  return incidents.filter(({ environment }) => scope.environments.includes(environment));
}

/** What a service rests on, itself included; undefined for all services. */
function foundation(graph: DependencyGraph, service: string | undefined): ReadonlySet<string> | undefined {
  const node = service === undefined ? undefined : graph.get(service);
  if (node === undefined) return undefined;
  return new Set([node.name, ...traceImpact(node, 'dependencies').services.map((reached) => reached.service)]);
}

function isAbout({ cause, dependent }: Cascade, service: string): boolean {
  return cause === service || dependent === service;
}
