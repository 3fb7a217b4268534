import { compareCodePoints } from '../code-point-order.ts';
import type { DependencyGraph, ServiceNode } from './dependency-graph.ts';
import { strongComponents } from './strong-components.ts';

/** Services that all depend on one another, taken as one; most often a single service. */
export interface Component {
  /** Its place in the order in which dependencies come first. */
  readonly order: number;
  /** By name. */
  readonly members: readonly ServiceNode[];
  /** Whether its members depend on themselves, through one another or directly. */
  readonly isCycle: boolean;
  /** The others that it depends on directly, each once. */
  readonly dependencies: readonly Component[];
  /** 0 when it depends on nothing else, otherwise one more than the deepest of its dependencies. */
  readonly layer: number;
}

/** A dependency graph without its cycles: each component after all those that it depends on. */
export interface Condensation {
  readonly components: readonly Component[];
  readonly componentOf: ReadonlyMap<ServiceNode, Component>;
}

/** Takes each cycle of a graph as one, so that what is left has a top and a bottom. */
export function condense(graph: DependencyGraph): Condensation {
  const componentOf = new Map<ServiceNode, Component>();
  const components = strongComponents(graph).map((nodes, order): Component => {
    const members = nodes.sort((a, b) => compareCodePoints(a.name, b.name));
    const within = new Set(members);
    const named = members.flatMap((node) => node.dependencies);
    const outside = named.filter((node) => !within.has(node));
    const dependencies = [...new Set(outside.flatMap((node) => componentOf.get(node) ?? []))];
    const layer = dependencies.reduce((deepest, { layer: below }) => Math.max(deepest, below + 1), 0);
    const component = { order, members, isCycle: named.length > outside.length, dependencies, layer };
    for (const node of members) componentOf.set(node, component);
    return component;
  });
  return { components, componentOf };
}

/**
 * One of the longest chains of components, from the top to one that depends on nothing; empty of none. Its length is the number of
 * layers.
 */
export function longestChain(components: readonly Component[]): Component[] {
  const chain: Component[] = [];
  let next = deepest(components);
  while (next !== undefined) {
    chain.push(next);
    next = deepest(next.dependencies);
  }
  return chain;
}

/** The deepest, the first by name among several. */
function deepest(components: readonly Component[]): Component | undefined {
  return components.reduce<Component | undefined>((best, component) => {
    if (best === undefined || component.layer > best.layer) return component;
    const isFirst = compareCodePoints(nameOf(component), nameOf(best)) < 0;
    return component.layer === best.layer && isFirst ? component : best;
  }, undefined);
}

function nameOf({ members }: Component): string {
  return members[0]?.name ?? '';
}
