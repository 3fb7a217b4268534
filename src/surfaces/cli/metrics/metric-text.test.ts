import { expect, test } from 'vitest';
import { basisText, valueText } from './metric-text.ts';

const formula = '';

test('says values as people do', () => {
  expect(valueText({ value: 1.5, unit: '1/d' })).toBe('1.50 a day');
  expect(valueText({ value: 45.678, unit: '1/d' })).toBe('45.7 a day');
  expect(valueText({ value: 0.9556, unit: 'ratio' })).toBe('95.6 %');
  expect(valueText({ value: 272, unit: 's' })).toBe('4m 32s');
  expect(valueText({ value: null, unit: 's' })).toBeNull();
});

test('says what a value rests on', () => {
  const frequency = { value: 1.5, unit: '1/d', numerator: 45, denominator: 30, daysPerWeek: 4, formula };
  expect(basisText('frequency', frequency)).toBe('45 in 30 days, 4 days of a usual week');
  const rate = { value: 0.9, unit: 'ratio', numerator: 9, denominator: 10, formula };
  expect(basisText('success-rate', rate)).toBe('9 of 10');
  const duration = { value: 60, unit: 's', count: 3, p90: 120, mean: 80, formula };
  expect(basisText('duration', duration)).toBe('median of 3, p90 2m, mean 1m 20s');
  const mttr = { value: 60, unit: 's', numerator: 120, denominator: 2, open: 1, formula };
  expect(basisText('mttr', mttr)).toBe('mean of 2 recovered, 1 not recovered yet');
});

test('says why there is no value', () => {
  const none = { value: null, unit: 'ratio', reason: 'nothing ended', numerator: 0, denominator: 0, formula };
  expect(basisText('success-rate', none)).toBe('nothing ended');
});
