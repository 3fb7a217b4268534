import { type Condensation, condense, longestChain } from './condense.ts';
import { countDependents, type DependentCount } from './count-dependents.ts';
import type { DependencyGraph, ServiceNode } from './dependency-graph.ts';
import { type Cycle, findCycles } from './find-cycles.ts';

/** A service in the graph of dependencies. Names are sorted by code point. */
export interface DependencyOfService {
  readonly service: string;
  readonly tier: string | null;
  /** False for one that was only deployed, or only named. */
  readonly registered: boolean;
  /** How many steps its longest chain of dependencies has; a cycle counts as one service. */
  readonly depth: number;
  readonly inCycle: boolean;
  readonly dependsOn: readonly string[];
  /** Those that depend on it directly. */
  readonly dependents: readonly string[];
  /** Those that depend on it directly or not. */
  readonly allDependents: DependentCount;
}

export interface MissingService {
  readonly service: string;
  readonly neededBy: readonly string[];
}

export interface DependencyStructure {
  readonly services: readonly DependencyOfService[];
  /** Number of dependencies between services. */
  readonly dependencyCount: number;
  /** The steps of the longest chain. */
  readonly depth: number;
  /** That chain from its top to its end; services of a cycle share a link. Empty without dependencies. */
  readonly longestChain: readonly (readonly string[])[];
  /** Services by depth, those that depend on nothing first. */
  readonly layers: readonly (readonly string[])[];
  readonly cycles: readonly Cycle[];
  /** What services depend on and nobody registered or deployed. */
  readonly missing: readonly MissingService[];
}

/**
 * Describes who depends on whom: layers, depth, cycles, and services that are missing.
 * @param among only these, which must include all that any of them depends on; their dependents are counted everywhere
 */
export function describeDependencies(
  graph: DependencyGraph,
  among: ReadonlySet<string> = new Set(graph.keys()),
): DependencyStructure {
  const condensation = condense(graph);
  const dependentsOf = countDependents(condensation);
  const nodes = [...graph.values()].filter(({ name }) => among.has(name));
  const services = nodes.map((node) => describeService(node, condensation, dependentsOf.get(node)));
  const components = condensation.components.filter(({ members }) => members.some(({ name }) => among.has(name)));
  const chain = longestChain(components);
  const depth = Math.max(0, chain.length - 1);
  const missing = nodes.filter(({ row }) => row === null);
  return {
    services,
    dependencyCount: services.reduce((count, { dependsOn }) => count + dependsOn.length, 0),
    depth,
    longestChain: depth === 0 ? [] : chain.map(({ members }) => namesOf(members)),
    layers: layersOf(services, chain.length),
    cycles: findCycles(components),
    missing: missing.map(({ name, dependents }) => ({ service: name, neededBy: namesOf(dependents) })),
  };
}

function describeService(
  node: ServiceNode,
  { componentOf }: Condensation,
  allDependents: DependentCount = { total: 0, byTier: [] },
): DependencyOfService {
  const component = componentOf.get(node);
  return {
    service: node.name,
    tier: node.row?.tier ?? null,
    registered: node.row?.registered ?? false,
    depth: component?.layer ?? 0,
    inCycle: component?.isCycle ?? false,
    dependsOn: namesOf(node.dependencies),
    dependents: namesOf(node.dependents),
    allDependents,
  };
}

function layersOf(services: readonly DependencyOfService[], count: number): string[][] {
  const layers = Array.from({ length: count }, (): string[] => []);
  for (const { service, depth } of services) layers[depth]?.push(service);
  return layers;
}

function namesOf(nodes: readonly ServiceNode[]): string[] {
  return nodes.map(({ name }) => name);
}
