import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { LocalCalendar } from '../local-calendar.ts';
import { traitsOf } from './traits.ts';

const berlin = new LocalCalendar('Europe/Berlin');

test('tells the traits of a change, its time by the clock of the time zone', () => {
  const change = aChange({
    service: 'web',
    strategy: 'canary',
    kind: 'configuration',
    planned: false,
    finishedMs: Date.parse('2026-07-05T22:30:00Z'),
    commitCount: 7,
    previousVersion: '1.2.0',
    version: '2.0.0',
  });
  expect(traitsOf(change, berlin, 4)).toEqual({
    service: 'web',
    strategy: 'canary',
    kind: 'configuration',
    planned: 'unplanned',
    hour: '00:00',
    weekday: 'Monday',
    'change-size': '6-20 commits',
    'version-jump': 'major',
    experience: '3-9 earlier',
  });
});

test('says unknown of what nobody recorded', () => {
  expect(traitsOf(aChange({ planned: null, commitCount: 0 }), berlin, null)).toMatchObject({
    planned: 'unknown',
    'change-size': 'unknown',
    experience: 'unknown',
  });
});

test.each([
  [1, '1 commit'],
  [2, '2-5 commits'],
  [5, '2-5 commits'],
  [6, '6-20 commits'],
  [20, '6-20 commits'],
  [21, '21 or more commits'],
])('puts %i commits among %s', (commitCount, size) => {
  expect(traitsOf(aChange({ commitCount }), berlin, null)['change-size']).toBe(size);
});

test.each([
  [0, 'first change'],
  [1, '1-2 earlier'],
  [2, '1-2 earlier'],
  [3, '3-9 earlier'],
  [9, '3-9 earlier'],
  [10, '10 or more earlier'],
])('calls %i changes before an experience of %s', (earlier, experience) => {
  expect(traitsOf(aChange(), berlin, earlier).experience).toBe(experience);
});
