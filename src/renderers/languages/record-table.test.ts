import { expect, test } from 'vitest';
import { describeRecord } from './record-table.ts';

const describe = (record: object) => describeRecord(record, {}).split('\n').slice(0, -1);

test('lines up fields and values, and leaves out what is undefined', () => {
  expect(
    describe({ id: 'deploy-1', startedAt: null, approvedBy: ['alice', 'bob'], incidents: [], x: undefined }),
  ).toEqual(['ID           deploy-1', 'Started at   -', 'Approved by  alice, bob', 'Incidents    none']);
});

test('shows what is nested below, in blocks', () => {
  expect(
    describe({ proof: { size: 3, hashes: ['a'.repeat(40), 'b'.repeat(40)] }, service: 'api', message: 'a\nb\n' }),
  ).toEqual([
    'Service  api',
    '',
    'Proof',
    '  Size  3',
    '',
    '  Hashes',
    `    ${'a'.repeat(40)}`,
    `    ${'b'.repeat(40)}`,
    '',
    'Message',
    '  a',
    '  b',
  ]);
});

test('shows records in a list as a table', () => {
  const facts = [
    { index: 1, type: 'deployment.recorded' },
    { index: 22, type: 'deployment.finished', at: { n: 1 } },
  ];
  expect(describe({ facts })).toEqual([
    'Facts',
    '  INDEX  TYPE                 AT',
    '  1      deployment.recorded  -',
    '  22     deployment.finished  {"n":1}',
  ]);
});

test('shows a list of mixed things an item a line', () => {
  expect(describe({ list: ['a', [1, 2], { b: 1 }] })).toEqual(['List', '  a', '  [1,2]', '  {"b":1}']);
});

test('makes keys and values harmless', () => {
  const text = describeRecord({ '\u001b[2J': '\u001b[2J', a: { '\u202e': ['\u009b', ['\u009b']] } }, {});
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
});

test('colours a value by the tone of its field, headings strongly, and unknown values dimly', () => {
  const style = (field: string, text: string) => (field === 'status' && text === 'failure' ? 'bad' : undefined);
  const text = describeRecord(
    { status: 'failure', region: null, progress: { status: 'failure' } },
    { color: true, style },
  );
  expect(text.split('\u001b[31mfailure\u001b[39m')).toHaveLength(3);
  expect(text).toContain('\u001b[1mProgress\u001b[22m');
  expect(text).toContain('\u001b[2m-\u001b[22m');
});
