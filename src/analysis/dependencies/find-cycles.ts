import { compareCodePoints } from '../code-point-order.ts';
import type { Component } from './condense.ts';
import type { ServiceNode } from './dependency-graph.ts';

export interface Cycle {
  /** All that depend on one another, by name. */
  readonly services: readonly string[];
  /** A shortest way round from the first of them back to it, such as `a b a`. */
  readonly path: readonly string[];
}

/** The cycles of a graph by name, one for each component in which services depend on one another or on themselves. */
export function findCycles(components: readonly Component[]): Cycle[] {
  const cycles = components.filter(({ isCycle }) => isCycle).map(describeCycle);
  return cycles.sort((a, b) => compareCodePoints(a.services[0] ?? '', b.services[0] ?? ''));
}

function describeCycle({ members }: Component): Cycle {
  const [first] = members;
  const path = first === undefined ? [] : shortestWayRound(first, new Set(members));
  return { services: members.map(({ name }) => name), path: path.map(({ name }) => name) };
}

/** Breadth first, so that the first way that leads back is a shortest one. */
function shortestWayRound(start: ServiceNode, within: ReadonlySet<ServiceNode>): ServiceNode[] {
  const cameFrom = new Map<ServiceNode, ServiceNode>();
  // What is appended while the loop runs is visited too.
  const queue = [start];
  for (const node of queue) {
    for (const dependency of node.dependencies) {
      if (dependency === start) return [...wayTo(node, cameFrom), start];
      if (!within.has(dependency) || cameFrom.has(dependency)) continue;
      cameFrom.set(dependency, node);
      queue.push(dependency);
    }
  }
  return [];
}

function wayTo(end: ServiceNode, cameFrom: ReadonlyMap<ServiceNode, ServiceNode>): ServiceNode[] {
  const way: ServiceNode[] = [];
  for (let node: ServiceNode | undefined = end; node !== undefined; node = cameFrom.get(node)) way.push(node);
  return way.reverse();
}
