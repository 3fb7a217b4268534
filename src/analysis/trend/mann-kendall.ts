import { groupByKey } from '../group-by-key.ts';
import { twoSidedNormalTail } from '../significance/normal-tail.ts';

export interface MannKendall {
  /** How many pairs rise, less those that fall. */
  readonly s: number;
  /** How probable it is that values in any order rise or fall at least as clearly. Between 0 and 1. */
  readonly p: number;
}

/**
 * Tests whether values rise or fall with time, whatever their distribution: the test of Mann (Econometrica 13, 1945) and Kendall (Rank
 * Correlation Methods, 1975), two-sided, by the normal distribution with the variance corrected for ties and S for continuity. It is
 * close from about ten values on, and takes them to be independent: where each follows the one before, it calls a trend too soon.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  let s = 0;
  values.forEach((later, place) => {
    for (let before = 0; before < place; before++) s += Math.sign(later - (values[before] ?? later));
  });
  const ties = [...groupByKey(values, (value) => value).values()];
  const variance = ties.reduce((rest, { length }) => rest - term(length), term(values.length)) / 18;
  const z = s === 0 || variance <= 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, p: twoSidedNormalTail(z) };
}

function term(n: number): number {
  return n * (n - 1) * (2 * n + 5);
}
