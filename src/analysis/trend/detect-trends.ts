import { falseDiscoveryRates } from '../significance/false-discovery-rates.ts';
import { mannKendall } from './mann-kendall.ts';
import { theilSenSlope } from './theil-sen.ts';

/** Which way a series goes, as far as that can be told from chance. */
export interface Trend {
  /** Null when there are too few weeks to tell. */
  readonly direction: 'rising' | 'falling' | 'none' | null;
  /** How much is added each week, by the method of Theil and Sen; null with `direction`. */
  readonly slopePerWeek: number | null;
  /** How probable so clear a trend is by chance alone: the test of Mann and Kendall. */
  readonly p: number | null;
  /** The same, corrected for all series that were tested together. */
  readonly q: number | null;
  /** How many weeks had a value. */
  readonly weeks: number;
  /** Why there is no direction. */
  readonly reason: string | null;
}

/** From here on the test is close to what it should be (R. O. Gilbert, Statistical Methods for Environmental Pollution Monitoring, 1987, §16.4). */
export const leastWeeks = 10;

/**
 * Says of each weekly series whether it rises or falls. All are tested together and corrected for their number, so that of those called
 * rising or falling about `threshold` at most are so by chance.
 * @param series a value for each week, in order; null where a week has none
 * @param threshold the share of false trends among all trends that is put up with, between 0 and 1
 */
export function detectTrends(series: readonly (readonly (number | null)[])[], threshold: number): Trend[] {
  const tested = series.map(testOne);
  const rates = falseDiscoveryRates(tested.flatMap(({ test }) => (test === undefined ? [] : test.p))).values();
  return tested.map(({ weeks, slopePerWeek, test }): Trend => {
    if (test === undefined) {
      const reason = `a trend takes ${leastWeeks} whole weeks with a value, and there are ${weeks}`;
      return { direction: null, slopePerWeek: null, p: null, q: null, weeks, reason };
    }
    const q = rates.next().value ?? 1;
    const direction = q > threshold || test.s === 0 ? 'none' : test.s > 0 ? 'rising' : 'falling';
    return { direction, slopePerWeek, p: test.p, q, weeks, reason: null };
  });
}

function testOne(values: readonly (number | null)[]) {
  const points = values.flatMap((y, x) => (y === null ? [] : { x, y }));
  if (points.length < leastWeeks) return { weeks: points.length, slopePerWeek: null, test: undefined };
  const test = mannKendall(points.map(({ y }) => y));
  return { weeks: points.length, slopePerWeek: theilSenSlope(points), test };
}
