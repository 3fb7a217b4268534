import type { DependencyGraph, ServiceNode } from './dependency-graph.ts';

/**
 * Splits a graph into its strongly connected components: services that all depend on one another, directly or not, are together
 * (Tarjan, "Depth-first search and linear graph algorithms", 1972). A component comes after all those that it depends on. Takes
 * time linear in services and dependencies, and no call stack, so that chains may be of any length.
 */
export function strongComponents(graph: DependencyGraph): ServiceNode[][] {
  const search = new Search();
  for (const node of graph.values()) search.explore(node);
  return search.components;
}

interface Visit {
  readonly node: ServiceNode;
  /** When it was found. */
  readonly order: number;
  /** The earliest found service, of a component that is still open, that it is known to reach. */
  lowest: number;
  /** How many of its dependencies were followed. */
  followed: number;
  isOpen: boolean;
}

class Search {
  readonly components: ServiceNode[][] = [];
  readonly #visits = new Map<ServiceNode, Visit>();
  /** Those whose component is not complete yet, in the order in which they were found. */
  readonly #open: Visit[] = [];

  explore(root: ServiceNode): void {
    if (this.#visits.has(root)) return;
    const path = [this.#begin(root)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const dependency = visit.node.dependencies[visit.followed++];
      if (dependency === undefined) {
        path.pop();
        this.#end(visit, path.at(-1));
        continue;
      }
      const seen = this.#visits.get(dependency);
      if (seen === undefined) path.push(this.#begin(dependency));
      else if (seen.isOpen) visit.lowest = Math.min(visit.lowest, seen.order);
    }
  }

  #begin(node: ServiceNode): Visit {
    const order = this.#visits.size;
    const visit = { node, order, lowest: order, followed: 0, isOpen: true };
    this.#visits.set(node, visit);
    this.#open.push(visit);
    return visit;
  }

  #end(visit: Visit, cameFrom: Visit | undefined): void {
    if (cameFrom !== undefined) cameFrom.lowest = Math.min(cameFrom.lowest, visit.lowest);
    if (visit.lowest < visit.order) return;
    const component: ServiceNode[] = [];
    for (let member = this.#open.pop(); member !== undefined; member = this.#open.pop()) {
      member.isOpen = false;
      component.push(member.node);
      if (member === visit) break;
    }
    this.components.push(component);
  }
}
