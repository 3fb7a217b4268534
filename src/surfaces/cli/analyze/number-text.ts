/** A share as a percentage: `12.5 %`. */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** A probability: exact enough to compare with a threshold, and no longer. */
export function probabilityText(p: number): string {
  if (p >= 0.001) return p.toFixed(3);
  return p === 0 ? '0' : p.toExponential(0);
}

/** At most two decimals, or one from ten on; whole numbers have none. */
export function decimalText(value: number): string {
  return String(Number(value.toFixed(Math.abs(value) < 10 ? 2 : 1)));
}

/** The same with its sign. */
export function signedText(value: number): string {
  return `${value > 0 ? '+' : ''}${decimalText(value)}`;
}
