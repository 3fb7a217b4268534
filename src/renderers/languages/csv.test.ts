import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../column.ts';
import { renderRows } from '../render-rows.ts';

const columns = [0, 1].map((index) => ({ name: `column ${index}`, value: (row: readonly Cell[]) => row[index] }));
const csv = (rows: readonly (readonly Cell[])[]) => renderRows(rows, { format: 'csv', columns });
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', 'a', '-') }),
);

test('reads back as it was written, but for the apostrophe before a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(texts, texts)), async (rows) => {
      const read: string[][] = parse(await csv(rows), { record_delimiter: '\r\n' });
      const plain = read
        .slice(1)
        .map((cells, i) => cells.map((cell, j) => (cell === `'${rows[i]?.[j]}` ? cell.slice(1) : cell)));
      expect(read[0]).toEqual(['column 0', 'column 1']);
      expect(plain).toEqual(rows);
    }),
  );
});

test.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1'])('disarms the formula %j', async (text) => {
  expect(parse(await csv([[text, 1]]), { record_delimiter: '\r\n' })[1]).toEqual([`'${text}`, '1']);
});

test('leaves numbers alone, negative ones and those written as text too', async () => {
  expect(await csv([[-5, '-1.5']])).toBe('column 0,column 1\r\n-5,-1.5\r\n');
});

test('writes nothing for what is not known, and the header even without rows', async () => {
  expect(await csv([[null, true]])).toBe('column 0,column 1\r\n,true\r\n');
  expect(await csv([])).toBe('column 0,column 1\r\n');
});
