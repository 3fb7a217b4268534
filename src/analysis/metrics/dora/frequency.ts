import { mondayFrom, mondayOf } from '../../iso-week.ts';
import { median } from '../../statistics.ts';
import { isDeployed } from '../conditions.ts';
import { countIn, type Frame, type GroupSpan, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';

/** How many deployments reached the environment a day, and on how many days of a usual week there was one. */
export function frequency(frame: Frame): MetricColumn {
  const deployed = isDeployed(frame);
  const counts = countIn(frame, deployed);
  const weeks = usualWeeks(frame, deployed);
  return {
    of(group) {
      const span = frame.groups[group];
      const days = span === undefined ? 0 : frame.calendar.daysBetween(span.fromMs, span.toMs);
      const count = counts[group] ?? 0;
      const week = weeks[group] ?? null;
      return {
        value: days > 0 ? count / days : null,
        unit: '1/d',
        ...(days > 0 ? {} : { reason: 'the calendar of this time zone skips this time' }),
        numerator: count,
        denominator: days,
        formula: 'deployed ÷ days of the window',
        daysPerWeek: week,
        ...(week === null ? { daysPerWeekReason: 'no ISO week lies wholly inside the window' } : {}),
      };
    },
    sides: (group) => ({ numerator: indexesOf(frame, placesIn(frame, group, deployed)), denominator: [] }),
  };
}

/**
 * By group, the median number of days with a deployment over the ISO weeks that lie wholly inside its span, those with none included;
 * null where there is no such week.
 */
export function usualWeeks(frame: Frame, counts: (place: number) => boolean): (number | null)[] {
  const { groups, calendar, places, groupOf, columns } = frame;
  const weeks = groups.map((span) => wholeWeeks(span, frame));
  const lastDay = new Map<number, number>();
  const seen = new Set<number>();
  for (let i = 0; i < places.length; i++) {
    const [place, group] = [places[i] ?? 0, groupOf[i] ?? 0];
    const { first, days } = weeks[group] ?? { first: 0, days: [] };
    if (days.length === 0 || !counts(place)) continue;
    const day = calendar.dayOf(columns.atMs[place] ?? 0);
    const key = group * 4_194_304 + day;
    if (lastDay.get(group) === day || seen.has(key)) continue;
    lastDay.set(group, day);
    seen.add(key);
    const week = (mondayOf(day) - first) / 7;
    if (week >= 0 && week < days.length) days[week] = (days[week] ?? 0) + 1;
  }
  return weeks.map(({ days }) => median(days));
}

/** The first Monday of the whole weeks of a span, and for each of them a day count of zero. */
function wholeWeeks(span: GroupSpan, { calendar }: Frame): { first: number; days: number[] } {
  const nextMonday = mondayFrom(calendar.dayOf(span.fromMs));
  const first = calendar.startOf(nextMonday) < span.fromMs ? nextMonday + 7 : nextMonday;
  const weeks = (mondayOf(calendar.dayOf(span.toMs)) - first) / 7;
  return { first, days: new Array<number>(Math.max(0, weeks)).fill(0) };
}
