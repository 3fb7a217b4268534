import { expect, test } from 'vitest';
import { testsRecorded } from './tested.ts';

test('finds the entries that speak of tests, in any spelling', () => {
  const metadata = { unitTests: '812 passed', 'load-test': { p99: 40 }, TESTED: true, test_report: 'https://ci/1' };
  expect(testsRecorded(metadata)).toEqual([
    'unitTests: 812 passed',
    'load-test: {"p99":40}',
    'TESTED: true',
    'test_report: https://ci/1',
  ]);
});

test('takes no other word for one of tests', () => {
  expect(testsRecorded({ latest: true, contest: 1, attestation: 'x', fastest: 2 })).toEqual([]);
  expect(testsRecorded(null)).toEqual([]);
});
