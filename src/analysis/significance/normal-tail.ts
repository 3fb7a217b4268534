const precision = 1e-16;
const rootOfPi = Math.sqrt(Math.PI);

/** The probability that a standard normal variable is at least |z| away from 0, on either side. Between 0 and 1. */
export function twoSidedNormalTail(z: number): number {
  return complementaryError(Math.abs(z) / Math.SQRT2);
}

/** erfc(x) for x ≥ 0: by its power series near 0 (DLMF 7.6.1), else by its continued fraction (DLMF 7.9.1). */
function complementaryError(x: number): number {
  return x < 2 ? 1 - errorSeries(x) : errorFraction(x);
}

function errorSeries(x: number): number {
  let [power, total] = [x, x];
  for (let n = 1; Math.abs(power) > precision; n++) {
    power *= (-x * x) / n;
    total += power / (2 * n + 1);
  }
  return (2 / rootOfPi) * total;
}

/** From 2 on, fifty steps are enough for every digit. */
function errorFraction(x: number): number {
  let denominator = x;
  for (let n = 50; n >= 1; n--) denominator = x + n / 2 / denominator;
  return Math.exp(-x * x) / (rootOfPi * denominator);
}
