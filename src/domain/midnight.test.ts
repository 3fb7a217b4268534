import { expect, test } from 'vitest';
import { midnightIn } from './midnight.ts';

function midnight(date: string, tz: string): string {
  return new Date(midnightIn(tz, Date.parse(`${date}T00:00:00Z`))).toISOString().slice(0, 16);
}

test.each([
  ['2026-01-15', 'UTC', '2026-01-15T00:00'],
  ['2026-01-15', 'Europe/Berlin', '2026-01-14T23:00'],
  ['2026-07-15', 'Europe/Berlin', '2026-07-14T22:00'],
  ['2026-01-15', 'America/New_York', '2026-01-15T05:00'],
  ['2026-01-15', 'Pacific/Kiritimati', '2026-01-14T10:00'],
  ['2026-01-15', 'Asia/Kolkata', '2026-01-14T18:30'],
])('finds the midnight of %s in %s', (date, tz, expected) => {
  expect(midnight(date, tz)).toBe(expected);
});

test('finds it on the days on which the clock changes', () => {
  expect(midnight('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00');
  expect(midnight('2026-03-30', 'Europe/Berlin')).toBe('2026-03-29T22:00');
  expect(midnight('2026-10-25', 'Europe/Berlin')).toBe('2026-10-24T22:00');
});

test('begins a day whose midnight is skipped when the skip ends', () => {
  // In São Paulo clocks went from 0:00 to 1:00 on that day.
  expect(midnight('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00');
});

test('begins a day whose midnight comes twice with the one that stays', () => {
  // There clocks went from 0:00 back to 23:00 of the day before.
  expect(midnight('2018-02-18', 'America/Sao_Paulo')).toBe('2018-02-18T03:00');
});

test('refuses what is no time zone', () => {
  expect(() => midnightIn('Mars/Olympus', 0)).toThrow('"Mars/Olympus" is not a time zone');
});
