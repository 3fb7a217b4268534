import { expect, test } from 'vitest';
import { periodOf } from './period.ts';

const nowMs = Date.parse('2026-01-15T12:00:00Z');
const clock = { nowMs, tz: 'UTC' };
const dayMs = 86_400_000;

test.each([
  [{}, nowMs - 30 * dayMs, nowMs],
  [{ period: '7' }, nowMs - 7 * dayMs, nowMs],
  [{ period: '7d' }, nowMs - 7 * dayMs, nowMs],
  [{ since: '2026-01-01' }, Date.parse('2026-01-01T00:00:00Z'), nowMs],
  [{ until: '2026-01-01', period: '1' }, Date.parse('2025-12-31T00:00:00Z'), Date.parse('2026-01-01T00:00:00Z')],
  [{ since: '2026-01-01', period: '2' }, Date.parse('2026-01-01T00:00:00Z'), Date.parse('2026-01-03T00:00:00Z')],
])('takes %j for a window', (options, fromMs, toMs) => {
  expect(periodOf(options, clock, 30)).toEqual({ fromMs, toMs });
});

test('refuses days by the name that they were typed under', () => {
  expect(() => periodOf({ days: '0' }, clock, 30)).toThrow('--days: "0" is not a number of days');
  expect(periodOf({ days: '7' }, clock, 30)).toEqual({ fromMs: nowMs - 7 * dayMs, toMs: nowMs });
});

test.each(['0', '-3', 'week'])('refuses a period of %s', (period) => {
  expect(() => periodOf({ period }, clock, 30)).toThrow(`--period: "${period}" is not a number`);
});
