import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarBefore, dayMs, isWeekend, mondayAgo, windowAfter, workingMoment } from './calendar.ts';
import { randomOf } from './random.ts';

const hours = { from: 7, to: 16, fridayTo: 12 };
const window = { weekday: 6, fromHour: 2, hours: 2 };
const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });

describe('calendarBefore', () => {
  it('spans 180 days and puts the bad week and the holidays into weeks that begin on Mondays', () => {
    const calendar = calendarBefore(Date.parse('2026-11-25T10:00:00Z'));
    expect(calendar.toMs - calendar.fromMs).toBe(180 * dayMs + 10 * 3_600_000);
    expect(new Date(calendar.badWeek.fromMs).toISOString()).toBe('2026-10-19T00:00:00.000Z');
    expect(new Date(calendar.holidays.toMs).toISOString()).toBe('2026-08-31T00:00:00.000Z');
  });

  it('takes a Monday and a Sunday to be of the same week', () => {
    const monday = Date.parse('2026-11-23T00:00:00Z');
    expect(mondayAgo(0, monday)).toBe(monday);
    expect(mondayAgo(0, monday + 7 * dayMs - 1)).toBe(monday);
  });
});

describe('workingMoment', () => {
  it('leaves a moment in working hours alone', () => {
    const thursday = Date.parse('2026-11-26T15:59:00Z');
    expect(workingMoment(thursday, hours, randomOf('x'))).toBe(thursday);
  });

  it('moves a Friday afternoon to the hours after Monday opens', () => {
    const movedMs = workingMoment(Date.parse('2026-11-27T12:30:00Z'), hours, randomOf('x'));
    expect(new Date(movedMs).toISOString()).toMatch(/^2026-11-30T0[789]/);
  });

  it('never goes back and never ends up on a weekend', () => {
    fc.assert(
      fc.property(moment, (fromMs) => {
        const movedMs = workingMoment(fromMs, hours, randomOf('x'));
        expect(movedMs).toBeGreaterThanOrEqual(fromMs);
        expect(movedMs - fromMs).toBeLessThan(4 * dayMs);
        expect(isWeekend(movedMs)).toBe(false);
      }),
    );
  });
});

describe('windowAfter', () => {
  it('finds the next opening, within a week', () => {
    fc.assert(
      fc.property(moment, (fromMs) => {
        const opensMs = windowAfter(fromMs, window);
        expect(opensMs).toBeGreaterThanOrEqual(fromMs);
        expect(opensMs - fromMs).toBeLessThanOrEqual(7 * dayMs);
        expect(new Date(opensMs).toUTCString()).toMatch(/^Sat, .* 02:00:00 GMT$/);
      }),
    );
  });
});
