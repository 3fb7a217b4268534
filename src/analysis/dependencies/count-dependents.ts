import { compareCodePoints } from '../code-point-order.ts';
import type { Condensation } from './condense.ts';
import type { ServiceNode } from './dependency-graph.ts';

/** How many of some services are of a tier; null is for those without one. */
export interface TierCount {
  readonly tier: string | null;
  readonly services: number;
}

/** How many services depend on one, directly or not, itself left aside. */
export interface DependentCount {
  readonly total: number;
  /** By tier, those without one last. */
  readonly byTier: readonly TierCount[];
}

const stripLength = 32;
type Counts = Map<string | null, number>;

/**
 * Counts the direct and indirect dependents of every service. It takes 32 services at a time and carries them down the graph as the
 * bits of one number, which for n services and m dependencies takes n·(n + m)/32 steps and memory linear in n.
 */
export function countDependents({ components, componentOf }: Condensation): Map<ServiceNode, DependentCount> {
  const nodes = [...componentOf.keys()];
  const countsOf = components.map((): Counts => new Map());
  const dependentsFirst = components.toReversed();
  for (let first = 0; first < nodes.length; first += stripLength) {
    const strip = nodes.slice(first, first + stripLength);
    const reached = new Int32Array(components.length);
    strip.forEach((node, bit) => {
      const order = componentOf.get(node)?.order ?? 0;
      reached[order] = (reached[order] ?? 0) | (1 << bit);
    });
    for (const { order, dependencies } of dependentsFirst) {
      const bits = reached[order] ?? 0;
      if (bits === 0) continue;
      for (const dependency of dependencies) reached[dependency.order] = (reached[dependency.order] ?? 0) | bits;
    }
    const tiers = [...tierBits(strip)];
    countsOf.forEach((counts, order) => {
      addBits(counts, reached[order] ?? 0, tiers);
    });
  }
  return new Map(nodes.map((node) => [node, withoutItself(node, countsOf[componentOf.get(node)?.order ?? 0])]));
}

function tierBits(strip: readonly ServiceNode[]): Map<string | null, number> {
  const bits = new Map<string | null, number>();
  strip.forEach((node, bit) => {
    bits.set(tierOf(node), (bits.get(tierOf(node)) ?? 0) | (1 << bit));
  });
  return bits;
}

function addBits(counts: Counts, bits: number, tiers: readonly (readonly [string | null, number])[]): void {
  if (bits === 0) return;
  for (const [tier, mask] of tiers) {
    const services = bitCount(bits & mask);
    if (services > 0) counts.set(tier, (counts.get(tier) ?? 0) + services);
  }
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

function withoutItself(node: ServiceNode, counts: Counts = new Map()): DependentCount {
  const own = tierOf(node);
  return summarizeTiers([...counts].map(([tier, services]) => ({ tier, services: services - (tier === own ? 1 : 0) })));
}

/** The counts of some tiers and their sum; empty tiers are left out. */
export function summarizeTiers(counts: readonly TierCount[]): DependentCount {
  const byTier = counts.filter(({ services }) => services > 0).sort(compareTiers);
  return { total: byTier.reduce((total, { services }) => total + services, 0), byTier };
}

function compareTiers(a: TierCount, b: TierCount): number {
  if (a.tier === null || b.tier === null) return Number(a.tier === null) - Number(b.tier === null);
  return compareCodePoints(a.tier, b.tier);
}

function tierOf(node: ServiceNode): string | null {
  return node.row?.tier ?? null;
}
