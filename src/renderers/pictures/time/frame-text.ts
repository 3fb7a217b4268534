import { LocalCalendar } from '../../../analysis/local-calendar.ts';
import { spanName } from '../../../analysis/pictures/time/named-columns.ts';
import type { TimeFrame } from '../../../analysis/pictures/time/time-frame.ts';
import { instant } from '../../../domain/instant.ts';
import { formatInstant } from '../../times/format-instant.ts';

/** What time a picture is about: `2026-10-24 – 2026-11-23 (Europe/Berlin)`. */
export function frameText({ fromMs, toMs, tz }: TimeFrame): string {
  return `${spanName(fromMs, toMs, new LocalCalendar(tz))} (${tz})`;
}

/** A moment in the frame's time zone. */
export function momentText(ms: number, { tz }: TimeFrame): string {
  return formatInstant(instant(ms), tz);
}
