import type { StateSet } from './columns/columns.ts';
import { type Frame, placesIn } from './frame.ts';
import type { MetricColumn } from './metric.ts';

/** Some of the deployments that count, by group. */
export interface Subset {
  count(group: number): number;
  places(group: number): number[];
}

export interface RatioDefinition {
  readonly formula: string;
  /** What to say of a group in which nothing is on the lower side. */
  readonly reason: string;
  /** A part of those on the lower side. */
  readonly upper: Subset;
  readonly lower: Subset;
}

/** A share of the deployments. */
export function ratio(frame: Frame, { formula, reason, upper, lower }: RatioDefinition): MetricColumn {
  return {
    of(group) {
      const [numerator, denominator] = [upper.count(group), lower.count(group)];
      if (denominator === 0) return { value: null, unit: 'ratio', reason, numerator, denominator, formula };
      return { value: numerator / denominator, unit: 'ratio', numerator, denominator, formula };
    },
    sides: (group) => ({
      numerator: indexesOf(frame, upper.places(group)),
      denominator: indexesOf(frame, lower.places(group)),
    }),
  };
}

/** Those in certain states. */
export function inStates(frame: Frame, states: StateSet): Subset {
  return {
    count: (group) => frame.tally.of(group, states),
    places: (group) => placesIn(frame, group, states),
  };
}

/** The facts that recorded the deployments at these places, in the order of the log. */
export function indexesOf({ columns }: Frame, places: readonly number[]): number[] {
  return places.map((place) => columns.index[place] ?? 0).sort((a, b) => a - b);
}
