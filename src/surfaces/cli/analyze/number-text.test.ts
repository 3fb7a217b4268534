import { expect, test } from 'vitest';
import { decimalText, percentText, probabilityText, signedText } from './number-text.ts';

test('writes numbers no longer than they are read', () => {
  expect([0.25, 3, 12.345, -0.004].map(decimalText)).toEqual(['0.25', '3', '12.3', '0']);
  expect([1.5, -1.5, 0].map(signedText)).toEqual(['+1.5', '-1.5', '0']);
  expect(percentText(0.1234)).toBe('12.3 %');
});

test('writes probabilities so that small ones stay apart', () => {
  expect([1, 0.0312, 0.00004, 0].map(probabilityText)).toEqual(['1.000', '0.031', '4e-5', '0']);
});
