import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { LocalCalendar } from '../local-calendar.ts';
import { countByWeekSlot } from './week-slots.ts';

const at = (text: string) => Date.parse(text);
const finished = (text: string, failed = false) => aChange({ finishedMs: at(text), failed });
const slotsOf = (changes: Parameters<typeof countByWeekSlot>[0], from: string, to: string, tz: string) =>
  countByWeekSlot(changes, { fromMs: at(from), toMs: at(to) }, new LocalCalendar(tz));

test('counts by the clock of the time zone, in summer and in winter', () => {
  const changes = [
    finished('2026-01-12T09:30:00Z'),
    finished('2026-07-13T08:30:00Z', true),
    finished('2026-01-11T23:30:00Z'),
  ];
  const slots = slotsOf(changes, '2026-01-01T00:00:00Z', '2026-08-01T00:00:00Z', 'Europe/Berlin');
  expect(slots.filter(({ deployments }) => deployments > 0)).toEqual([
    expect.objectContaining({ weekday: 1, hour: 0, deployments: 1, failed: 0 }),
    expect.objectContaining({ weekday: 1, hour: 10, deployments: 2, failed: 1 }),
  ]);
});

test('counts the hours that a window has of each slot, those skipped and repeated by clocks too', () => {
  const hoursOn = (from: string, to: string) =>
    slotsOf([], from, to, 'Europe/Berlin')
      .filter(({ weekday, hour }) => weekday === 7 && hour >= 1 && hour <= 3)
      .map(({ hours }) => hours);
  expect(hoursOn('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')).toEqual([1, 0, 1]);
  expect(hoursOn('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')).toEqual([1, 2, 1]);
});

test('follows zones that are a part of an hour away from UTC, and windows that begin within one', () => {
  const slots = slotsOf([], '2026-01-05T00:05:00Z', '2026-01-05T01:00:00Z', 'Asia/Kolkata');
  expect(slots.filter(({ hours }) => hours > 0)).toEqual([
    { weekday: 1, hour: 5, deployments: 0, failed: 0, hours: expect.closeTo(25 / 60, 9) },
    { weekday: 1, hour: 6, deployments: 0, failed: 0, hours: 0.5 },
  ]);
});

test('loses no deployment and no hour', () => {
  const moment = fc.integer({ min: at('2025-01-01'), max: at('2026-01-01') });
  const zone = fc.constantFrom('UTC', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
  fc.assert(
    fc.property(fc.array(moment), zone, fc.integer({ min: 1, max: 40 * 24 }), (times, tz, hours) => {
      const window = { fromMs: at('2025-03-20'), toMs: at('2025-03-20') + hours * 3_600_000 };
      const slots = countByWeekSlot(
        times.map((finishedMs) => aChange({ finishedMs })),
        window,
        new LocalCalendar(tz),
      );
      expect(slots).toHaveLength(168);
      expect(slots.reduce((sum, slot) => sum + slot.deployments, 0)).toBe(times.length);
      expect(slots.reduce((sum, slot) => sum + slot.hours, 0)).toBeCloseTo(hours, 6);
    }),
    { numRuns: 30 },
  );
});
