import { expect, test } from 'vitest';
import { parseFormat } from './parse-format.ts';

test('knows formats in the spellings of people and of the original tool', () => {
  const spellings = ['table', 'JSON', 'text', 'org-mode', 'org_mode', 'md', 'yml'];
  expect(spellings.map((word) => parseFormat(word, '-f'))).toEqual([
    'table',
    'json',
    'table',
    'org',
    'org',
    'markdown',
    'yaml',
  ]);
});

test('says where an unknown one was written, and which was probably meant', () => {
  expect(() => parseFormat('jsno', 'DEPLOY_LEDGER_FORMAT')).toThrow(
    'DEPLOY_LEDGER_FORMAT: unknown format "jsno"; did you mean "json"?',
  );
});
