import type { TimeFrame } from '../../../analysis/pictures/time/time-frame.ts';
import { instant } from '../../../domain/instant.ts';

/** A frame with its times as people and `new Date` read them. */
export function frameData({ fromMs, toMs, tz }: TimeFrame) {
  return { from: instant(fromMs), to: instant(toMs), tz };
}
