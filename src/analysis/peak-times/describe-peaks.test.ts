import { expect, test } from 'vitest';
import { describePeaks } from './describe-peaks.ts';
import type { WeekSlot } from './week-slots.ts';

const slots = (counts: Readonly<Record<string, number>>, hours = 4): WeekSlot[] =>
  Array.from({ length: 168 }, (_, place) => {
    const [weekday, hour] = [Math.floor(place / 24) + 1, place % 24];
    return { weekday, hour, deployments: counts[`${weekday} ${hour}`] ?? 0, failed: 0, hours };
  });

test('names the busiest slots, by what happens in an hour of them', () => {
  const week = slots({ '1 9': 8, '2 10': 6, '3 11': 5, '4 12': 4 }).map((slot) =>
    slot.weekday === 4 ? { ...slot, hours: 1 } : slot,
  );
  expect(describePeaks(week).busiest.map(({ weekday }) => weekday)).toEqual([4, 1, 2]);
});

test('names the hours of the day in which hardly anything happens', () => {
  const counts = Object.fromEntries(Array.from({ length: 22 }, (_, hour) => [`1 ${hour}`, 10]));
  expect(describePeaks(slots({ ...counts, '2 22': 2, '3 23': 3 })).quietHours).toEqual([22]);
});

test('measures the share outside of working hours', () => {
  const { outsideWorkingHours } = describePeaks(
    slots({ '1 8': 1, '1 9': 1, '5 16': 1, '5 17': 1, '6 10': 1, '7 10': 1 }),
  );
  expect(outsideWorkingHours).toEqual({ deployments: 4, share: 4 / 6 });
});

test('has nothing to say of nothing', () => {
  expect(describePeaks(slots({}, 0))).toEqual({
    busiest: [],
    quietHours: [],
    outsideWorkingHours: { deployments: 0, share: null },
  });
});
