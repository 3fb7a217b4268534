import { LocalCalendar } from '../../local-calendar.ts';
import { clockText, dateText } from './clock-text.ts';
import type { TimeFrame } from './time-frame.ts';
import { timeTicks } from './time-ticks.ts';

/** A part of a frame that has a name. */
export interface NamedColumn {
  readonly fromMs: number;
  readonly toMs: number;
  /** Its first and last day, or its hours: `2026-10-24 – 2026-10-25`, `2026-11-03`, `2026-11-03 14:00 – 15:00`. */
  readonly name: string;
}

/** Cuts a frame at the hours, days, weeks or months of its time zone into at most about `most` columns, without a gap. */
export function namedColumns(frame: TimeFrame, most: number): NamedColumn[] {
  const calendar = new LocalCalendar(frame.tz);
  const cuts = timeTicks(frame, most)
    .map(({ atMs }) => atMs)
    .filter((atMs) => atMs > frame.fromMs);
  const starts = [frame.fromMs, ...cuts];
  return starts.map((fromMs, index) => {
    const toMs = starts[index + 1] ?? frame.toMs;
    return { fromMs, toMs, name: spanName(fromMs, toMs, calendar) };
  });
}

/** Says when a span is: by its hours when these lie within a day, else by its first and last day. */
export function spanName(fromMs: number, toMs: number, calendar: LocalCalendar): string {
  const [firstDay, lastDay] = [calendar.dayOf(fromMs), calendar.dayOf(toMs - 1)];
  if (firstDay !== lastDay) return `${dateText(firstDay)} – ${dateText(lastDay)}`;
  const isWhole = calendar.startOf(firstDay) === fromMs && calendar.startOf(firstDay + 1) === toMs;
  const hours = isWhole ? '' : ` ${clockText(calendar.minuteOf(fromMs))} – ${clockText(calendar.minuteOf(toMs))}`;
  return dateText(firstDay) + hours;
}
