import type { ServiceRow } from '../../projections/rows.ts';
import { compareCodePoints } from '../code-point-order.ts';

/** A service and its neighbours. Both lists are distinct and by name; a service that depends on itself is in both of its own. */
export interface ServiceNode {
  readonly name: string;
  /** Null for a service that others depend on, but that nobody registered or deployed. */
  readonly row: ServiceRow | null;
  readonly dependencies: readonly ServiceNode[];
  readonly dependents: readonly ServiceNode[];
}

/** Every service that was registered, deployed or named as a dependency, by name. */
export type DependencyGraph = ReadonlyMap<string, ServiceNode>;

type UnfinishedNode = ServiceNode & { readonly dependencies: ServiceNode[]; readonly dependents: ServiceNode[] };

/** Connects services with what they depend on. The order of the rows changes nothing. */
export function buildDependencyGraph(services: readonly ServiceRow[]): DependencyGraph {
  const rows = new Map(services.map((row) => [row.name, row]));
  const names = new Set([...rows.keys(), ...services.flatMap(({ dependsOn }) => dependsOn)]);
  const nodes = new Map<string, UnfinishedNode>();
  for (const name of [...names].sort(compareCodePoints)) {
    nodes.set(name, { name, row: rows.get(name) ?? null, dependencies: [], dependents: [] });
  }
  // Going through both ends by name leaves both lists by name.
  for (const node of nodes.values()) {
    for (const name of [...new Set(node.row?.dependsOn)].sort(compareCodePoints)) {
      const dependency = nodes.get(name);
      if (dependency === undefined) continue;
      node.dependencies.push(dependency);
      dependency.dependents.push(node);
    }
  }
  return nodes;
}
