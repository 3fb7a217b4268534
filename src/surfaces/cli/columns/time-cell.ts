import { type Instant, instantMs } from '../../../domain/instant.ts';
import type { Format } from '../../../renderers/format.ts';
import { formatInstant } from '../../../renderers/times/format-instant.ts';
import { formatAge } from '../../../renderers/times/format-span.ts';

/** How times are to be shown. */
export interface TimeStyle {
  readonly format: Format;
  /** Absent when nobody asked for a zone. */
  readonly tz: string | undefined;
  readonly nowMs: number;
}

/** Whether columns are narrow, so that `3d4h` says more than a date does. */
export function showsAges({ format, tz }: TimeStyle): boolean {
  return format === 'table' && tz === undefined;
}

/** A time as one cell: its age or its date for people, an Instant for programs. */
export function timeCell(at: Instant | null, style: TimeStyle): string | null {
  if (at === null) return null;
  if (showsAges(style)) return formatAge(style.nowMs - instantMs(at));
  const forPeople = style.format === 'table' || style.format === 'wide' || style.tz !== undefined;
  return forPeople ? formatInstant(at, style.tz) : at;
}
