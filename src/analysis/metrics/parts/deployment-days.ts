import { mondayOf } from '../../iso-week.ts';
import type { Frame } from '../frame.ts';

/** On how many days something was deployed, by week and by month of a group's span, those with none included. */
export interface DeploymentDays {
  readonly weeks: readonly number[];
  readonly months: readonly number[];
}

/** What is said of a span without time, such as a day that does not exist. */
export const noTime = { reason: 'the calendar of this time zone skips this time' } as const;

/** By group: weeks from Monday and calendar months that the span touches, whole or in part. */
export function deploymentDays(frame: Frame): DeploymentDays[] {
  const { groups, calendar, places, groupOf, columns } = frame;
  const days = groups.map(() => new Set<number>());
  for (let i = 0; i < places.length; i++) {
    days[groupOf[i] ?? 0]?.add(calendar.dayOf(columns.atMs[places[i] ?? 0] ?? 0));
  }
  return groups.map(({ fromMs, toMs }, group) => {
    const [weeks, months] = [new Map<number, number>(), new Map<number, number>()];
    const last = calendar.dayOf(toMs - 1);
    for (let day = calendar.dayOf(fromMs); day <= last; day++) {
      const count = days[group]?.has(day) ? 1 : 0;
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
