import type { TimeFrame } from '../../../analysis/pictures/time/time-frame.ts';
import { instant } from '../../../domain/instant.ts';
import { escapeInvisible } from '../../languages/escape-invisible.ts';

/** A frame with its times as people and `new Date` read them. */
export function frameData({ fromMs, toMs, tz }: TimeFrame) {
  return { from: instant(fromMs), to: instant(toMs), tz };
}

export function jsonText(data: object): string {
  return `${escapeInvisible(JSON.stringify(data, null, 2))}\n`;
}
