import { expect, test } from 'vitest';
import { decimal, limit } from './numbers.ts';

test('reads decimal numbers only', () => {
  expect(['5', '0.5', '-1', ' 7 '].map((text) => decimal('--n', text))).toEqual([5, 0.5, -1, 7]);
  expect(decimal('--n', undefined)).toBeUndefined();
  for (const text of ['', 'five', '1e3', '0x10', '5%', 'NaN', 'Infinity'])
    expect(() => decimal('--n', text)).toThrow(`--n: ${JSON.stringify(text)} is not a number`);
});

test('reads how many rows to show', () => {
  expect([limit('1'), limit('1000'), limit('all')]).toEqual([1, 1000, undefined]);
  for (const text of ['0', '-1', '1.5', 'many', '']) expect(() => limit(text)).toThrow('--limit');
});
