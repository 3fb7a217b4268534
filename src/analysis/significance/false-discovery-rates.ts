/**
 * What p-values are worth when many tests were made: for each, the share of false discoveries to be expected if it and every smaller
 * one were called a discovery (Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995). To call what is at
 * most some level a discovery keeps that share at the level or below. In the order of the p-values, each between its p-value and 1.
 */
export function falseDiscoveryRates(pValues: readonly number[]): number[] {
  const descending = pValues.map((p, place) => ({ p, place })).sort((a, b) => b.p - a.p);
  const rates = new Array<number>(pValues.length);
  let least = 1;
  descending.forEach(({ p, place }, index) => {
    least = Math.min(least, p * (pValues.length / (pValues.length - index)));
    rates[place] = least;
  });
  return rates;
}
