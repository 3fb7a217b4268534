/** A share of a whole in whole percents, 0 and 100 only where it is none or all of it; the whole is above 0. */
export function percents(part: number, whole: number): number {
  if (part === 0 || part === whole) return (100 * part) / whole;
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}

/** Writes a share of a whole: `96 %`; that of nothing is `–`. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${percents(part, whole)} %`;
}
