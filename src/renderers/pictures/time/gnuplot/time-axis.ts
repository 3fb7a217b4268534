import type { TimeFrame } from '../../../../analysis/pictures/time/time-frame.ts';
import { timeTicks } from '../../../../analysis/pictures/time/time-ticks.ts';
import { quoteTic } from './quote-gnuplot.ts';

const mostTicks = 12;

/** Statements for an axis of time in epoch seconds; its tics are named in the frame's time zone, which the title tells. */
export function timeAxis(frame: TimeFrame): string[] {
  const tics = timeTicks(frame, mostTicks).map(({ atMs, label }) => `${quoteTic(label)} ${atMs / 1000}`);
  return [`set xrange [${frame.fromMs / 1000}:${frame.toMs / 1000}]`, `set xtics (${tics.join(', ')}) noenhanced`];
}
