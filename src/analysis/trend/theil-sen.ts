import { median } from '../statistics.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The slope of points: the median of the slopes between any two of them, which a few wild values cannot bend (P. K. Sen, Journal of the
 * American Statistical Association 63, 1968). Null of fewer than two different x. Takes n² steps.
 */
export function theilSenSlope(points: readonly Point[]): number | null {
  const slopes = points.flatMap((a, place) =>
    points.slice(place + 1).flatMap((b) => (a.x === b.x ? [] : (b.y - a.y) / (b.x - a.x))),
  );
  return median(slopes);
}
