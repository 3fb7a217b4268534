import { compareCodePoints } from '../code-point-order.ts';
import { type DependentCount, summarizeTiers } from '../dependencies/count-dependents.ts';
import type { ServiceNode } from '../dependencies/dependency-graph.ts';
import { groupByKey } from '../group-by-key.ts';

/** A service that another one reaches, and on which way. */
export interface ReachedService {
  readonly service: string;
  readonly tier: string | null;
  readonly owners: readonly string[];
  /** Steps from the one to the other, at least 1. */
  readonly distance: number;
  /** A shortest way, both ends included; of several the first by name. */
  readonly path: readonly string[];
}

export interface Reach extends DependentCount {
  /** The nearest first, then by name. */
  readonly services: readonly ReachedService[];
}

/** `dependents`: whom losing or breaking a service hurts. `dependencies`: whose loss hurts it. */
export type Direction = 'dependents' | 'dependencies';

/** Follows the edges of a graph from one service as far as they lead, itself left aside. Takes steps linear in what it finds. */
export function traceImpact(start: ServiceNode, direction: Direction): Reach {
  const reached = new Map<ServiceNode, ReachedService>();
  let border = [{ node: start, path: [start.name] }];
  while (border.length > 0) {
    const next: typeof border = [];
    for (const { node, path } of border) {
      for (const neighbour of node[direction]) {
        if (neighbour === start || reached.has(neighbour)) continue;
        const way = [...path, neighbour.name];
        reached.set(neighbour, describeReached(neighbour, way));
        next.push({ node: neighbour, path: way });
      }
    }
    border = next;
  }
  const services = [...reached.values()].sort(byDistanceAndName);
  const tiers = [...groupByKey(services, ({ tier }) => tier)];
  return { services, ...summarizeTiers(tiers.map(([tier, members]) => ({ tier, services: members.length }))) };
}

function describeReached({ name, row }: ServiceNode, path: readonly string[]): ReachedService {
  return { service: name, tier: row?.tier ?? null, owners: row?.owners ?? [], distance: path.length - 1, path };
}

function byDistanceAndName(a: ReachedService, b: ReachedService): number {
  return a.distance - b.distance || compareCodePoints(a.service, b.service);
}
