import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths, fitWidths } from './column-widths.ts';

test('a column is as wide as its widest cell', () => {
  expect(
    columnWidths([
      ['ID', 'NAME'],
      ['1', '決済サービス'],
      ['1234', ''],
    ]),
  ).toEqual([4, 12]);
});

test('leaves columns alone that fit', () => {
  expect(fitWidths([28, 10, 38], 80, 2)).toEqual([28, 10, 38]);
});

test('narrows the last column first', () => {
  expect(fitWidths([28, 20, 60], 80, 2)).toEqual([28, 20, 28]);
});

test('keeps a short column whole while a long one can give way', () => {
  expect(fitWidths([28, 60, 11], 80, 2)).toEqual([28, 37, 11]);
});

test('leaves out the last columns rather than make all of them unreadable', () => {
  expect(fitWidths([28, 12, 12, 12, 12], 60, 2)).toEqual([28, 12, 12]);
});

test('fits whatever the terminal, once a UUID and the mark have room', () => {
  const widths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 });
  fc.assert(
    fc.property(widths, fc.integer({ min: 39, max: 300 }), (natural, total) => {
      const fitted = fitWidths(natural, total, 2);
      const mark = fitted.length < natural.length ? 3 : 0;
      expect(fitted.reduce((sum, width) => sum + width + 2, -2) + mark).toBeLessThanOrEqual(total);
      fitted.forEach((width, index) => {
        expect(width).toBeGreaterThanOrEqual(Math.min(12, natural[index] ?? 0));
        expect(width).toBeLessThanOrEqual(natural[index] ?? 0);
      });
    }),
  );
});
