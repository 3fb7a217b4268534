import type { ServiceNode as ConnectedService, DependencyGraph } from '../../dependencies/dependency-graph.ts';

/** A service in a picture. */
export interface ServiceNode {
  readonly name: string;
  /** The first of its owners. */
  readonly team: string | null;
  readonly tier: string | null;
  /** False when others name it as a dependency and nobody registered or deployed it. */
  readonly known: boolean;
}

/** `from` depends on `to`. */
export interface Dependency {
  readonly from: string;
  readonly to: string;
}

/** Who depends on whom; nodes and edges by name. */
export interface ServiceGraph {
  readonly nodes: readonly ServiceNode[];
  readonly edges: readonly Dependency[];
}

/** What a picture shows of a graph: the services of these names and the dependencies among them. */
export function partOf(graph: DependencyGraph, names: ReadonlySet<string>): ServiceGraph {
  const shown = [...graph.values()].filter(({ name }) => names.has(name));
  const edges = shown.flatMap(({ name, dependencies }) => dependencies.map((to) => ({ from: name, to: to.name })));
  return { nodes: shown.map(describeService), edges: edges.filter(({ to }) => names.has(to)) };
}

/** Describes a service of a graph for a picture. */
export function describeService({ name, row }: ConnectedService): ServiceNode {
  return { name, team: row?.owners[0] ?? null, tier: row?.tier ?? null, known: row !== null };
}
