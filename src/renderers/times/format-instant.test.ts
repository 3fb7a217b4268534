import { expect, test } from 'vitest';
import { formatInstant } from './format-instant.ts';

test.each([
  ['2026-01-15T10:15:00Z', undefined, '2026-01-15 10:15:00'],
  ['2026-01-15T10:15:00.987Z', 'UTC', '2026-01-15 10:15:00'],
  ['2026-01-15T10:15:00Z', 'Europe/Berlin', '2026-01-15 11:15:00 +01:00'],
  ['2026-07-15T22:15:00Z', 'Europe/Berlin', '2026-07-16 00:15:00 +02:00'],
  ['2026-01-15T10:15:00Z', 'Asia/Kathmandu', '2026-01-15 16:00:00 +05:45'],
  ['2026-01-15T03:15:00Z', 'America/New_York', '2026-01-14 22:15:00 -05:00'],
  ['2026-01-15T10:15:00Z', 'Europe/London', '2026-01-15 10:15:00 +00:00'],
])('%s in %s is %s', (at, tz, text) => {
  expect(formatInstant(at, tz)).toBe(text);
});

test('refuses what is not a time zone, and says what is one', () => {
  expect(() => formatInstant('2026-01-15T10:15:00Z', 'Berlin')).toThrow(
    expect.objectContaining({ code: 'invalid', field: 'tz', message: '"Berlin" is not a time zone' }),
  );
});
