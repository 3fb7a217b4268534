import { median } from './quantile.ts';

/** What two things took that are held against each other. */
export interface Comparison {
  readonly measuredMs: number;
  readonly baselineMs: number;
  /** Median of the rounds' own ratios, measured ÷ baseline: what slows the machine down for a while slows down both. */
  readonly ratio: number;
}

/** One round: what was measured and its baseline, in milliseconds each. */
export type Round = () => Promise<readonly [measuredMs: number, baselineMs: number]>;

/** Medians over rounds in which the measured thing and its baseline take turns, after some rounds that do not count. */
export async function alternate(rounds: number, round: Round, warmUps = 1): Promise<Comparison> {
  for (let i = 0; i < warmUps; i++) await round();
  const times: (readonly [number, number])[] = [];
  for (let i = 0; i < rounds; i++) times.push(await round());
  return {
    measuredMs: median(times.map(([measuredMs]) => measuredMs)),
    baselineMs: median(times.map(([, baselineMs]) => baselineMs)),
    ratio: median(times.map(([measuredMs, baselineMs]) => measuredMs / baselineMs)),
  };
}
