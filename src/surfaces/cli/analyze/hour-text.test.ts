import { expect, test } from 'vitest';
import { hourRanges } from './hour-text.ts';

test.each([
  [[3], '03:00–04:00'],
  [[0, 1, 2, 22, 23], '22:00–03:00'],
  [[23], '23:00–00:00'],
  [[0, 5, 6, 12], '00:00–01:00, 05:00–07:00, 12:00–13:00'],
  [Array.from({ length: 24 }, (_, hour) => hour), 'all day'],
])('writes the hours %j as spans', (hours, text) => {
  expect(hourRanges(hours)).toBe(text);
});
