import { expect, test } from 'vitest';
import { correctedFields } from './corrected-fields.ts';

test('reads each value as its field holds it', () => {
  const set = [
    'version=2.3.1',
    'replicas=3',
    'planned=false',
    'approvedBy=alice, bob',
    'message=a=b',
    'downtimeExpected=true',
  ];
  expect(correctedFields(set)).toEqual({
    version: '2.3.1',
    replicas: 3,
    planned: false,
    approvedBy: ['alice', 'bob'],
    message: 'a=b',
    downtimeExpected: true,
  });
});

test('knows fields by their options and in any spelling', () => {
  expect(correctedFields(['completed=now', 'type=canary', 'started_at=-1h', 'previous-version=1'])).toEqual({
    finishedAt: 'now',
    strategy: 'canary',
    startedAt: '-1h',
    previousVersion: '1',
  });
});

test('fills parts of progress and metadata', () => {
  expect(
    correctedFields(['progress.percentage=50', 'canary-percentage=60', 'progress.stage=eu', 'metadata.team=7']),
  ).toEqual({
    progress: { percentage: 60, stage: 'eu' },
    metadata: { team: '7' },
  });
});

test.each([
  ['version', '--set: "version" is not key=value'],
  ['replicas=many', '--set replicas: "many" is not a number'],
  ['planned=maybe', '--set planned: there is no "maybe"'],
])('refuses %s', (text, message) => {
  expect(() => correctedFields([text])).toThrow(message);
});
