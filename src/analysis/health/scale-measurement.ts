/** How a measurement becomes a value from 0 to 100. */
export interface Scale {
  /** What is worth 100, and so is everything beyond it. */
  readonly best: number;
  /** What is worth 0, and so is everything beyond it. */
  readonly worst: number;
  /** In between: in equal steps of the measurement, or of its logarithm (`best` and `worst` are above 0 then). */
  readonly scale: 'linear' | 'logarithmic';
}

/** The value of a measurement, from 0 to 100. */
export function scaleMeasurement(measured: number, { best, worst, scale }: Scale): number {
  const [low, high] = best < worst ? [best, worst] : [worst, best];
  const [at, from, to] = [Math.min(high, Math.max(low, measured)), best, worst].map((number) =>
    scale === 'linear' ? number : Math.log(number),
  ) as [number, number, number];
  return (100 * (to - at)) / (to - from);
}
