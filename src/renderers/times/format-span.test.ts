import { expect, test } from 'vitest';
import { formatAge, formatDuration } from './format-span.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, '0s'],
  [45_999, '45s'],
  [119_000, '119s'],
  [200_000, '3m20s'],
  [5 * minute, '5m'],
  [12 * minute, '12m'],
  [3 * hour + 20 * minute, '3h20m'],
  [30 * hour, '30h'],
  [3 * day + 4 * hour, '3d4h'],
  [60 * day, '60d'],
  [740 * day, '2y10d'],
  [4000 * day, '10y'],
  [-12 * minute, 'in 12m'],
  [-500, '0s'],
])('%i ms ago reads %s', (ms, text) => {
  expect(formatAge(ms)).toBe(text);
});

test.each([
  [0, '0s'],
  [0.25, '250ms'],
  [0.9999, '1s'],
  [4.5, '4.5s'],
  [59.7, '1m'],
  [272, '4m 32s'],
  [3599.6, '1h'],
  [7500, '2h 5m'],
  [273_600, '3d 4h'],
  [-90, '-1m 30s'],
])('%f seconds read %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
