import { expect, test } from 'vitest';
import { renderRows } from '../render-rows.ts';
import { orgText } from './org.ts';

test('writes an aligned Org table', async () => {
  const columns = [
    { name: 'service', value: (row: string) => row },
    { name: 'count', value: () => 1, align: 'right' as const },
  ];
  expect(await renderRows(['api', 'a|b'], { format: 'org', columns })).toBe(
    ['| Service   | Count |', '|-----------+-------|', '| api       |     1 |', '| a\\vert{}b |     1 |', ''].join(
      '\n',
    ),
  );
});

test.each([
  ['a|b\nc', 'a\\vert{}b c'],
  ['C:\\temp \\vert 1\\2', 'C:\\backslash{}temp \\backslash{}vert 1\\2'],
  ['[[elisp:(x)]]', '[\u200b[elisp\u200b:(x)]]'],
  ['src_sh{rm} src_api', 'src_sh\u200b{rm} src_api'],
  ['call_x(1) call_center', 'call_x\u200b(1) call_center'],
  ['{{{macro}}}', '{\u200b{\u200b{macro}}}'],
  ["='(x)", "\u200b='(x)"],
  [':=1', ':\u200b=1'],
  ['a=b my_service', 'a=b my_service'],
])('Org sees nothing but text in %j', (text, escaped) => {
  expect(orgText(text)).toBe(escaped);
});
