import { mondayOf } from '../../iso-week.ts';
import { type Frame, periodOf, visitPlaces } from '../frame.ts';

/** On how many days something was deployed, by week and by month of a group's span, those with none included. */
export interface DeploymentDays {
  readonly weeks: readonly number[];
  readonly months: readonly number[];
}

/** What is said of a span without time, such as a day that does not exist. */
export const noTime = { reason: 'the calendar of this time zone skips this time' } as const;

/** By group: weeks from Monday and calendar months that the span touches, whole or in part. */
export function deploymentDays(frame: Frame): DeploymentDays[] {
  const { groups, periods, calendar, counting, columns } = frame;
  return Array.from({ length: groups }, (_, group) => {
    const { fromMs, toMs } = periods[periodOf(frame, group)] ?? { fromMs: 0, toMs: 0 };
    const days = new Set<number>();
    visitPlaces(frame, group, counting, (place) => days.add(calendar.dayOf(columns.atMs[place] ?? 0)));
    const [weeks, months] = [new Map<number, number>(), new Map<number, number>()];
    const last = calendar.dayOf(toMs - 1);
    for (let day = calendar.dayOf(fromMs); day <= last; day++) {
      const count = days.has(day) ? 1 : 0;
      const [week, month] = [mondayOf(day), monthOf(day)];
      weeks.set(week, (weeks.get(week) ?? 0) + count);
      months.set(month, (months.get(month) ?? 0) + count);
    }
    return { weeks: [...weeks.values()], months: [...months.values()] };
  });
}

function monthOf(day: number): number {
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
