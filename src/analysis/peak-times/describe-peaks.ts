import type { WeekSlot } from './week-slots.ts';

/** When a fleet is deployed, and when it is left alone. */
export interface Peaks {
  /** The slots with the most deployments an hour, at most three, the busiest first. */
  readonly busiest: readonly WeekSlot[];
  /** The hours of the day, 0 to 23, in each of which less than one deployment in a hundred finished. */
  readonly quietHours: readonly number[];
  /** Deployments outside of working hours, and their share from 0 to 1; null of none at all. */
  readonly outsideWorkingHours: { readonly deployments: number; readonly share: number | null };
}

/** Monday to Friday; from ≤ hour < to. */
export const workingHours = { firstWeekday: 1, lastWeekday: 5, fromHour: 9, toHour: 17 } as const;

const quietShare = 0.01;
const fewBusiest = 3;

/** Says which of the slots of a week stand out. */
export function describePeaks(slots: readonly WeekSlot[]): Peaks {
  const all = countOf(slots);
  const outside = countOf(slots.filter((slot) => !isWorkingHour(slot)));
  return {
    busiest: slots
      .filter(({ deployments }) => deployments > 0)
      .sort((a, b) => perHour(b) - perHour(a))
      .slice(0, fewBusiest),
    quietHours:
      all === 0
        ? []
        : hoursOfDay.filter((hour) => countOf(slots.filter((slot) => slot.hour === hour)) < all * quietShare),
    outsideWorkingHours: { deployments: outside, share: all === 0 ? null : outside / all },
  };
}

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

function perHour({ deployments, hours }: WeekSlot): number {
  return hours === 0 ? 0 : deployments / hours;
}

function isWorkingHour({ weekday, hour }: WeekSlot): boolean {
  const { firstWeekday, lastWeekday, fromHour, toHour } = workingHours;
  return weekday >= firstWeekday && weekday <= lastWeekday && hour >= fromHour && hour < toHour;
}

function countOf(slots: readonly WeekSlot[]): number {
  return slots.reduce((total, { deployments }) => total + deployments, 0);
}
