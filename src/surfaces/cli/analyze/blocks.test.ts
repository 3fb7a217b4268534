import { expect, test } from 'vitest';
import { bar, sparkline } from './blocks.ts';

test('draws values as blocks, the greatest the highest and the unknown as a dot', () => {
  expect(sparkline([0, 1, 2, null, 7])).toBe('▁▂▃·█');
  expect(sparkline([0, 0])).toBe('▁▁');
  expect(sparkline([])).toBe('');
});

test('draws the means of neighbours where there are more values than blocks', () => {
  expect(sparkline([0, 2, 6, 8, null, null, 7], 4)).toBe('▂█·█');
  expect(sparkline(Array.from({ length: 1000 }, (_, index) => index))).toHaveLength(12);
});

test('draws a share as a bar, exact to an eighth of a block', () => {
  expect(bar(1, 4)).toBe('████');
  expect(bar(0.5, 4)).toBe('██');
  expect(bar(0.40625, 4)).toBe('█▋');
  expect(bar(0, 4)).toBe('');
});

test('draws more than nothing as more than nothing', () => {
  expect(bar(0.000001, 4)).toBe('▏');
});
