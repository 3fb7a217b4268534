import { condense } from '../../dependencies/condense.ts';
import type { DependencyGraph } from '../../dependencies/dependency-graph.ts';
import { findCycles } from '../../dependencies/find-cycles.ts';
import { traceImpact } from '../../impact/trace-impact.ts';
import { partOf, type ServiceGraph } from './service-graph.ts';

/** Who depends on whom. */
export interface DependenciesPicture extends ServiceGraph {
  readonly type: 'dependencies';
  /** Shown are only what it needs and what needs it; all services when null. */
  readonly service: string | null;
  /** Only what runs there is shown; everything when null. */
  readonly environment: string | null;
  /** Services that depend on one another in a circle, each a list of its members. */
  readonly cycles: readonly (readonly string[])[];
}

/** Pictures a whole graph, or what one service of it needs and is needed by, directly and through others. */
export function pictureDependencies(
  graph: DependencyGraph,
  { service, environment }: Pick<DependenciesPicture, 'service' | 'environment'>,
): DependenciesPicture {
  const names = service === null ? new Set(graph.keys()) : around(graph, service);
  // All of a circle is around a service that one of its members is around.
  const cycles = findCycles(condense(graph).components.filter(({ members }) => names.has(members[0]?.name ?? '')));
  return {
    type: 'dependencies',
    service,
    environment,
    ...partOf(graph, names),
    cycles: cycles.map(({ services }) => services),
  };
}

function around(graph: DependencyGraph, service: string): ReadonlySet<string> {
  const node = graph.get(service);
  if (node === undefined) return new Set();
  const reached = (['dependencies', 'dependents'] as const).flatMap((way) => traceImpact(node, way).services);
  return new Set([service, ...reached.map((other) => other.service)]);
}
