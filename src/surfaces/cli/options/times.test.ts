import { expect, test } from 'vitest';
import { knownAt, time } from './times.ts';
import { spanOf } from './window.ts';

const nowMs = Date.parse('2026-01-15T12:00:00Z');
const utc = { nowMs, tz: 'UTC' };
const berlin = { nowMs, tz: 'Europe/Berlin' };

test('begins a date alone in the zone that was asked for, and nothing else', () => {
  expect(time('--from', '2026-01-15', berlin)).toBe(Date.parse('2026-01-14T23:00:00Z'));
  expect(time('--from', '2026-01-15T00:00', berlin)).toBe(Date.parse('2026-01-15T00:00:00Z'));
  expect(time('--from', '-1h', berlin)).toBe(nowMs - 3_600_000);
  expect(time('--from', undefined, berlin)).toBeUndefined();
});

test('names the option of what is no time', () => {
  expect(() => time('--as-of', 'soon', utc)).toThrow('--as-of: "soon" is not a time');
});

test('tells an index of the log from a time', () => {
  expect(knownAt('42', utc)).toEqual({ index: 42 });
  expect(knownAt('1768471200', utc)).toEqual({ ms: 1_768_471_200_000 });
  expect(knownAt('2026-01-15', utc)).toEqual({ ms: Date.parse('2026-01-15T00:00:00Z') });
  expect(knownAt(undefined, utc)).toBeUndefined();
});

test('refuses a span that ends before it begins', () => {
  const names = { from: '--from', to: '--to' };
  expect(spanOf({ from: '-2d', to: undefined }, utc, names)).toEqual({ fromMs: nowMs - 172_800_000, toMs: undefined });
  expect(() => spanOf({ from: 'now', to: '-1d' }, utc, names)).toThrow('--to -1d is not after --from now');
});
