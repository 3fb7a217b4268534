import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../column.ts';
import type { Screen } from '../format.ts';
import { renderRows } from '../render-rows.ts';
import { displayWidth } from '../terminal/display-width.ts';

interface Row {
  readonly id: string;
  readonly replicas?: number | null;
  readonly reason?: string;
}

const columns: readonly Column<Row>[] = [
  { name: 'id', value: (row) => row.id },
  { name: 'replicas', value: (row) => row.replicas, align: 'right' },
  { name: 'startedBy', value: () => 'ci-bot', wide: true },
  { name: 'reason', value: (row) => row.reason, style: (cell) => (cell === 'leak' ? 'bad' : undefined) },
];
const table = (rows: readonly Row[], screen: Screen = {}) => renderRows(rows, { format: 'table', columns, ...screen });
const rows: readonly Row[] = [
  { id: 'deploy-1', replicas: 5, reason: 'leak' },
  { id: '決済', replicas: 128, reason: '' },
  { id: 'x', replicas: null, reason: 'a\nb' },
];

test('lines up columns under a header in capitals', async () => {
  expect(await table(rows)).toBe(
    [
      'ID        REPLICAS  REASON',
      'deploy-1         5  leak',
      '決済           128',
      'x                -  a b',
      '',
    ].join('\n'),
  );
});

test('shows every column in wide, and cuts none of it', async () => {
  const reason = 'long '.repeat(40).trim();
  const wide = await renderRows([{ id: 'a', reason }], { format: 'wide', columns, width: 40 });
  expect(wide).toContain('STARTED BY');
  expect(wide).toContain(reason);
});

test('prints nothing for an empty result', async () => {
  expect(await table([])).toBe('');
});

test('cuts the last column to the width of the terminal, and nothing in a pipe', async () => {
  const long: Row = { id: 'deploy-1', replicas: 5, reason: 'the new cache layer leaked memory' };
  expect((await table([long], { width: 40 })).split('\n')[1]).toBe('deploy-1         5  the new cache layer…');
  expect(await table([long])).toContain('leaked memory');
});

test('says in the header that columns were left out', async () => {
  expect(await table([{ id: 'deploy-1705339200-4f9k2mq7xr', replicas: 5, reason: 'x' }], { width: 44 })).toBe(
    'ID                            REPLICAS  …\ndeploy-1705339200-4f9k2mq7xr         5\n',
  );
});

test('colours by tone, without moving a column', async () => {
  const painted = await table(rows, { color: true });
  expect(painted).toContain('\u001b[31mleak\u001b[39m');
  expect(painted).toContain('\u001b[2m-\u001b[22m');
  expect(stripVTControlCharacters(painted)).toBe(await table(rows));
});

test('holds no control character of the data, and aligns by what the eye sees', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  const anything = fc.oneof(text, fc.string({ unit: 'binary', minLength: 1 }));
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1 }), async (ids) => {
      const lines = (await table(ids.map((id) => ({ id, reason: '#' })))).split('\n');
      expect(lines).toHaveLength(ids.length + 2);
      expect(lines.join('')).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
      const starts = lines.slice(1, -1).map((line) => displayWidth(line.slice(0, line.lastIndexOf('#'))));
      expect(new Set(starts).size).toBe(1);
    }),
  );
});
