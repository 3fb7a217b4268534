/**
 * How much of the full height a count takes, 0 to 1. It grows with the logarithm, so that one deployment is still seen beside
 * a hundred.
 */
export function density(count: number, largest: number): number {
  return count === 0 ? 0 : Math.log1p(count) / Math.log1p(largest);
}

/** Up to three counts from 1 to the largest, for the legend of such heights. */
export function densityExamples(largest: number): number[] {
  const middle = Math.round(Math.expm1(Math.log1p(largest) / 2));
  return [...new Set([1, Math.max(1, middle), largest])].filter((count) => count <= largest);
}
