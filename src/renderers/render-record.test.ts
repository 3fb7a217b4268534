import { parse as parseCsv } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Format } from './format.ts';
import { renderRecord } from './render-record.ts';

const record = { id: 'deploy-1', owners: ['a', 'b'], region: null };
const render = (format: Format) => renderRecord(record, { format, name: record.id });

test('every language of data reads back as the record', async () => {
  expect(await render('json')).toBe(`${JSON.stringify(record, null, 2)}\n`);
  expect(await render('jsonl')).toBe(`${JSON.stringify(record)}\n`);
  expect(parse(await render('yaml'))).toEqual(record);
  expect(await render('sexp')).toBe('((id . "deploy-1")\n (owners . ("a" "b"))\n (region . #nil))\n');
});

test('csv is a header and one line, with nested values as JSON', async () => {
  expect(parseCsv(await render('csv'), { columns: true })).toEqual([
    { id: 'deploy-1', owners: '["a","b"]', region: '' },
  ]);
});

test('markdown and org are tables of fields', async () => {
  expect(await render('markdown')).toContain('| id     | deploy-1  |\n');
  expect(await render('org')).toContain('|--------+-----------|\n| id     | deploy-1  |\n');
});

test('table and wide are for people, name is the name', async () => {
  expect(await render('table')).toBe('ID      deploy-1\nOwners  a, b\nRegion  -\n');
  expect(await render('wide')).toBe(await render('table'));
  expect(await render('name')).toBe('deploy-1\n');
});
