import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderRows } from '../render-rows.ts';

const columns = [
  { name: 'service', value: (row: { readonly text: string }) => row.text },
  { name: 'count', value: () => 1, align: 'right' as const },
];
const markdown = (...texts: string[]) =>
  renderRows(
    texts.map((text) => ({ text })),
    { format: 'markdown', columns },
  );

test('writes a table that is aligned in its source too', async () => {
  expect(await markdown('api', '決済')).toBe(
    ['| Service | Count |', '| ------- | ----: |', '| api     |     1 |', '| 決済    |     1 |', ''].join('\n'),
  );
});

test('keeps a cell one cell', async () => {
  expect(await markdown('a|b\nc\\')).toContain('| a\\|b<br>c\\\\ |');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom('|', '\\', '\n', '\r', 'a') }), async (text) => {
      const row = (await markdown(text)).split('\n').slice(2, -1);
      expect(row).toHaveLength(1);
      expect(row[0]?.replace(/\\[^\n]/g, '').split('|')).toHaveLength(4);
    }),
  );
});

test.each([
  ['<img src=x>', '\\<img src=x>'],
  ['*bold*', '\\*bold\\*'],
  ['my_service_', 'my_service\\_'],
  ['[x](javascript:y)', '[x\\](javascript:y)'],
  ['`x`', '\\`x\\`'],
  ['&lt; & &#60;', '&amp;lt; & &amp;#60;'],
])('takes the markup out of %j', async (text, escaped) => {
  expect(await markdown(text)).toContain(`| ${escaped} `);
});

test('lets a very long cell stick out instead of filling the file with blanks', async () => {
  const [, , short] = (await markdown('api', 'x'.repeat(5000))).split('\n');
  expect(short).toHaveLength(2 + 80 + 3 + 5 + 2);
});
