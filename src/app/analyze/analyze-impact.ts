import { buildDependencyGraph, type DependencyGraph } from '../../analysis/dependencies/dependency-graph.ts';
import { groupByKey } from '../../analysis/group-by-key.ts';
import { type RankedImpact, rankImpact } from '../../analysis/impact/rank-impact.ts';
import { type ReachedService, traceImpact } from '../../analysis/impact/trace-impact.ts';
import type { AnalysisReportOf } from './analysis-report.ts';
import type { Assignment } from './analyze.ts';

/** A service and how far its own loss reaches. */
export interface ImpactRow extends RankedImpact {
  readonly owners: readonly string[];
  /** The environments of the scope in which it runs at the end of the window. */
  readonly runsIn: readonly string[];
  /** Steps from the service that was asked about; null when none was. */
  readonly distance: number | null;
  /** The shortest way from there, both ends included; empty when none was. */
  readonly path: readonly string[];
}

/** All services, the one that most others depend on first; of one service those that depend on it, the nearest first. */
export interface ImpactReport extends AnalysisReportOf<'impact', ImpactRow> {
  /** The service that was asked about, and what it rests on itself; null when none was. */
  readonly origin: (ImpactRow & { readonly dependencies: readonly ReachedService[] }) | null;
}

/** Analyzes whom it hurts to lose a service, or to break it by a deployment: all that depend on it, directly or not. */
export async function analyzeImpact({ store, scope, frame }: Assignment<'impact'>): Promise<ImpactReport> {
  const { knownAt, window, environments } = scope;
  const graph = buildDependencyGraph(await store.services({ knownAt }));
  const running = await store.running({ asOfMs: window.toMs, knownAt });
  const runningOf = groupByKey(running, ({ service }) => service);
  const all = rankImpact(graph).map((ranked): ImpactRow => {
    const places = new Set((runningOf.get(ranked.service) ?? []).map(({ environment }) => environment));
    return {
      ...ranked,
      owners: graph.get(ranked.service)?.row?.owners ?? [],
      runsIn: environments.filter((name) => places.has(name)),
      distance: null,
      path: [],
    };
  });
  return {
    ...frame,
    lookedAt: { services: all.length, running: runningOf.size },
    ...(scope.service === undefined ? { origin: null, rows: all } : impactOf(scope.service, graph, all)),
    reason: all.length === 0 ? 'no service is known' : null,
    warnings: [],
  };
}

function impactOf(
  service: string,
  graph: DependencyGraph,
  all: readonly ImpactRow[],
): Pick<ImpactReport, 'origin' | 'rows'> {
  const node = graph.get(service);
  const rowOf = new Map(all.map((row) => [row.service, row]));
  const origin = rowOf.get(service);
  if (node === undefined || origin === undefined) return { origin: null, rows: [] };
  const rows = traceImpact(node, 'dependents').services.flatMap(({ service: reached, distance, path }) => {
    const row = rowOf.get(reached);
    return row === undefined ? [] : [{ ...row, distance, path }];
  });
  return { origin: { ...origin, dependencies: traceImpact(node, 'dependencies').services }, rows };
}
