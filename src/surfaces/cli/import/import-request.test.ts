import { expect, test } from 'vitest';
import { importRequest } from './import-request.ts';

test('reads what is to be imported and how', () => {
  const options = {
    map: ['version=tag,finishedAt=time', 'metadata.team=squad'],
    constant: ['environment=production'],
    rollbackWhen: 'kind=rollback',
    service: 'api',
  };
  expect(importRequest(['csv', 'deployments.csv'], options)).toMatchObject({
    kind: 'csv',
    location: 'deployments.csv',
    map: { version: 'tag', finishedAt: 'time', 'metadata.team': 'squad' },
    constant: { environment: 'production' },
    rollbackWhen: { column: 'kind', value: 'rollback' },
    service: 'api',
  });
});

test('takes this folder for the repository when none is named', () => {
  expect(importRequest(['git'], { tags: ['v*'] })).toMatchObject({ location: '.' });
  expect(importRequest(['GIT', '/src'], { each: 'Merge' })).toMatchObject({
    kind: 'git',
    location: '/src',
    each: 'merge',
  });
});

test.each([
  [['svn', '.'], {}, 'import: there is no "svn"'],
  [['cvs', 'a.csv'], {}, 'import: there is no "cvs"; did you mean "csv"?'],
  [['csv'], {}, 'import csv: which file?'],
  [['jsonl', 'a'], { map: ['a=b'] }, '--map is for csv, not for jsonl'],
  [['jsonl', 'a'], { rollbackWhen: 'a=b' }, '--rollback-when is for csv, not for jsonl'],
  [['csv', 'a'], { tags: ['v*'] }, '--tags is for git, not for csv'],
  [['json', 'a'], { service: 'api' }, '--service is for git, csv, github, gitlab, not for json'],
  [['git'], { each: 'branch' }, '--each: there is no "branch"'],
  [['csv', 'a'], { map: ['version'] }, '--map: "version" is not key=value'],
])('refuses import %j with %j', (operands, options, message) => {
  expect(() => importRequest(operands, options)).toThrow(message);
});
