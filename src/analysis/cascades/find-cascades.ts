import { compareCodePoints } from '../code-point-order.ts';
import type { DependencyGraph } from '../dependencies/dependency-graph.ts';
import { falseDiscoveryRates } from '../significance/false-discovery-rates.ts';
import type { Span } from '../span.ts';
import { type Coincidence, compareWithChance } from './compare-with-chance.ts';
import type { FailureHistory } from './failure-histories.ts';

/** What counts as a cascade. */
export interface CascadeCriteria {
  /** How soon after its dependency a service has to fail: above 0 and at most a day, in milliseconds. */
  readonly spanMs: number;
  /** The share of chance findings that is accepted among those reported. */
  readonly falseDiscoveryRate: number;
  /** How often it has to have happened: once is an anecdote. */
  readonly minimumSupport: number;
}

export const cascadeCriteria: CascadeCriteria = { spanMs: 3_600_000, falseDiscoveryRate: 0.05, minimumSupport: 2 };

/** A service that fails soon after one that it depends on, more often than chance explains. */
export interface Cascade extends Coincidence {
  /** The dependency, which fails first. */
  readonly cause: string;
  readonly dependent: string;
  /** The share of chance findings to be expected among cascades at least as clear as this one. */
  readonly falseDiscoveryRate: number;
}

export interface CascadeFindings {
  /** The clearest first. */
  readonly cascades: readonly Cascade[];
  /** How many dependencies had failures at both ends, and were tested. */
  readonly tested: number;
}

/**
 * Finds the dependencies along which failures cascade. For each dependency whose both ends failed in the window it is counted how many
 * failures of the one were followed by a failure of the other, and how many are to be expected by chance; since many dependencies are
 * tested, only those are reported that stand up to a control of the false discovery rate. A dependency of a service on itself is none.
 * @param histories with the same span as the criteria
 */
export function findCascades(
  graph: DependencyGraph,
  histories: ReadonlyMap<string, FailureHistory>,
  window: Span,
  criteria: CascadeCriteria = cascadeCriteria,
): CascadeFindings {
  const tested = [...graph.values()].flatMap((node) => {
    const dependent = histories.get(node.name);
    if (dependent === undefined) return [];
    return node.dependencies.flatMap(({ name }) => {
      const cause = name === node.name ? undefined : histories.get(name);
      if (cause === undefined) return [];
      return { cause: name, dependent: node.name, ...compareWithChance(cause, dependent, window, criteria.spanMs) };
    });
  });
  const rates = falseDiscoveryRates(tested.map(({ pValue }) => pValue));
  const cascades = tested
    .map((pair, index): Cascade => ({ ...pair, falseDiscoveryRate: rates[index] ?? 1 }))
    .filter((pair) => pair.support >= criteria.minimumSupport)
    .filter((pair) => pair.falseDiscoveryRate <= criteria.falseDiscoveryRate)
    .sort(byClearness);
  return { cascades, tested: tested.length };
}

function byClearness(a: Cascade, b: Cascade): number {
  return (
    a.pValue - b.pValue ||
    b.support - a.support ||
    compareCodePoints(a.cause, b.cause) ||
    compareCodePoints(a.dependent, b.dependent)
  );
}
