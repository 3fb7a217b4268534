/** An axis of values from 0 to `max`, which is above 0. */
export interface ValueAxis {
  readonly max: number;
  /** From 0 to `max`, evenly. */
  readonly ticks: readonly number[];
}

const [minute, hour, day] = [60, 3600, 86_400];
const secondSteps = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((count) => count * day),
];

/** What no metric tells from zero. */
const negligible = 1e-12;

/** An axis up to the largest of the values, 0 or more each, in at most `most` steps that people count in. */
export function valueAxis(values: readonly number[], unit: string, most: number): ValueAxis {
  const largest = values.reduce((max, value) => Math.max(max, value), 0);
  const step = stepOf(largest / most, unit);
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

function stepOf(least: number, unit: string): number {
  if (least < negligible) return 1;
  const ofTime = unit === 's' ? secondSteps.find((step) => step >= least && least > 0.5) : undefined;
  if (ofTime !== undefined) return ofTime;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((count) => count * power >= least * (1 - 1e-9)) ?? 10) * power;
}
