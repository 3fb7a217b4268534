import { expect, test } from 'vitest';
import { cellText, fieldTitle } from './column.ts';

test.each([
  ['startedAt', 'Started at'],
  ['id', 'ID'],
  ['parentId', 'Parent ID'],
  ['lead-time', 'Lead-time'],
  ['identity', 'Identity'],
  ['kubernetes.io/name', 'kubernetes.io/name'],
])('the title of %s is %s', (name, title) => {
  expect(fieldTitle(name)).toBe(title);
});

test('writes nothing for what is not known, and everything else as it is', () => {
  expect([null, undefined, '', 0, false].map(cellText)).toEqual(['', '', '', '0', 'false']);
});
