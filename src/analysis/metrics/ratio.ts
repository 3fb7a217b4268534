import { countIn, type Frame, placesIn } from './frame.ts';
import type { MetricColumn } from './metric.ts';

export interface RatioDefinition {
  readonly formula: string;
  /** What to say of a group in which nothing is on the lower side. */
  readonly reason: string;
  isUpper(place: number): boolean;
  isLower(place: number): boolean;
}

/** A share of the deployments: those that meet one condition of those that meet another. */
export function ratio(frame: Frame, { formula, reason, isUpper, isLower }: RatioDefinition): MetricColumn {
  const isBoth = (place: number) => isLower(place) && isUpper(place);
  const [upper, lower] = [countIn(frame, isBoth), countIn(frame, isLower)];
  return {
    of(group) {
      const [numerator, denominator] = [upper[group] ?? 0, lower[group] ?? 0];
      const value = denominator === 0 ? null : numerator / denominator;
      return { value, unit: 'ratio', ...(value === null ? { reason } : {}), numerator, denominator, formula };
    },
    sides: (group) => ({
      numerator: indexesOf(frame, placesIn(frame, group, isBoth)),
      denominator: indexesOf(frame, placesIn(frame, group, isLower)),
    }),
  };
}

/** The facts that recorded the deployments at these places. */
export function indexesOf({ columns }: Frame, places: readonly number[]): number[] {
  return places.map((place) => columns.index[place] ?? 0);
}
