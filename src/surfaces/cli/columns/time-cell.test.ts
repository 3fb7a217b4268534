import { expect, test } from 'vitest';
import { timeCell } from './time-cell.ts';

const at = '2026-01-15T10:00:00Z';
const nowMs = Date.parse('2026-01-16T14:00:00Z');

test.each([
  ['table', undefined, '28h'],
  ['table', 'Europe/Berlin', '2026-01-15 11:00:00 +01:00'],
  ['wide', undefined, '2026-01-15 10:00:00'],
  ['csv', undefined, at],
  ['markdown', undefined, at],
  ['markdown', 'Europe/Berlin', '2026-01-15 11:00:00 +01:00'],
] as const)('shows a time in %s with the zone %s as %s', (format, tz, expected) => {
  expect(timeCell(at, { format, tz, nowMs })).toBe(expected);
  expect(timeCell(null, { format, tz, nowMs })).toBeNull();
});
