/** From here on the series below is as precise as floating point is. */
const seriesFrom = 32;
const halfLog2Pi = Math.log(2 * Math.PI) / 2;
const small = smallFactorials();

/**
 * The natural logarithm of n!, for whole n ≥ 0: from the product while n is small, then by Stirling's series (NIST Digital Library of
 * Mathematical Functions, 5.11.1). The factorial itself has no floating-point number beyond 170.
 */
export function logFactorial(n: number): number {
  const exact = small[n];
  if (exact !== undefined) return exact;
  const square = n * n;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / n;
  return (n + 0.5) * Math.log(n) - n + halfLog2Pi + series;
}

function smallFactorials(): readonly number[] {
  const logs: number[] = [];
  for (let n = 0, factorial = 1; n < seriesFrom; n++, factorial *= n) logs.push(Math.log(factorial));
  return logs;
}
