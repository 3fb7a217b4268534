/**
 * The shade of a count among so many: 0 for none, else 1 to `steps`. They grow with the square root, so that quiet hours differ, too.
 */
export function heatStep(count: number, largest: number, steps: number): number {
  return count === 0 ? 0 : Math.ceil(steps * Math.sqrt(count / largest));
}

export interface HeatRange {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/** The counts that each shade stands for; shades that no count has are absent. */
export function heatRanges(largest: number, steps: number): HeatRange[] {
  const ranges: HeatRange[] = [];
  for (let count = 1; count <= largest; count++) {
    const step = heatStep(count, largest, steps);
    const last = ranges.at(-1);
    if (last?.step === step) ranges[ranges.length - 1] = { ...last, to: count };
    else ranges.push({ step, from: count, to: count });
  }
  return ranges;
}

/** `7`, or `2–6`. */
export function rangeText({ from, to }: HeatRange): string {
  return from === to ? `${from}` : `${from}–${to}`;
}
