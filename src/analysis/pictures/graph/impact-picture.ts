import type { DependencyGraph } from '../../dependencies/dependency-graph.ts';
import { rankImpact } from '../../impact/rank-impact.ts';
import { traceImpact } from '../../impact/trace-impact.ts';
import { type Dependency, describeService, partOf, type ServiceNode } from './service-graph.ts';

/** A service that is hit; at distance 1 by every change, farther off by a loss that the services between pass on. */
export interface HitService extends ServiceNode {
  /** Steps along dependencies, from 1. */
  readonly distance: number;
}

/** What is hit when a service changes or is lost. */
export interface ImpactPicture {
  readonly type: 'impact';
  /** Null when there is no service at all. */
  readonly service: ServiceNode | null;
  /** Whether the reader named it; else it is the one whose loss hits most. */
  readonly asked: boolean;
  readonly environment: string | null;
  /** Nearest first, then by name. */
  readonly hit: readonly HitService[];
  /** Dependencies among the service and what it hits. */
  readonly edges: readonly Dependency[];
}

/** Pictures the impact of a service of the graph, or without one of that whose loss hits most. */
export function pictureImpact(
  graph: DependencyGraph,
  { service, environment }: { readonly service: string | null; readonly environment: string | null },
): ImpactPicture {
  const centre = graph.get(service ?? rankImpact(graph)[0]?.service ?? '');
  const frame = { type: 'impact', asked: service !== null, environment } as const;
  if (centre === undefined) return { ...frame, service: null, hit: [], edges: [] };
  const distances = new Map(traceImpact(centre, 'dependents').services.map((hit) => [hit.service, hit.distance]));
  const { nodes, edges } = partOf(graph, new Set([centre.name, ...distances.keys()]));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const hit = [...distances].flatMap(([name, distance]) => {
    const node = byName.get(name);
    return node === undefined ? [] : [{ ...node, distance }];
  });
  return { ...frame, service: describeService(centre), hit, edges };
}
