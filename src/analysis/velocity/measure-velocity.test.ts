import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { LocalCalendar } from '../local-calendar.ts';
import { measureVelocity } from './measure-velocity.ts';

const utc = new LocalCalendar('UTC');
const day = (date: number) => Date.UTC(2026, 0, date);
const window = { fromMs: day(5), toMs: day(5 + 7 * 12) };
const deployed = (date: number, fields: object = {}) => aChange({ finishedMs: day(date), ...fields });

test('measures pace, intervals and the size of a batch', () => {
  const changes = [
    deployed(5, { commitCount: 3 }),
    deployed(6, { commitCount: 5 }),
    deployed(9),
    deployed(20, { status: 'failure' }),
  ];
  const [velocity] = measureVelocity([{ service: 'api', changes, sinceMs: window.fromMs }], window, utc, 0.05);
  expect(velocity).toMatchObject({
    service: 'api',
    deployments: 3,
    perWeek: 0.25,
    medianIntervalSeconds: 2 * 86_400,
    medianCommits: 4,
    meanCommits: 4,
    withCommits: 2,
  });
  expect(velocity?.weekly.slice(0, 2)).toEqual([
    { week: '2026-W02', deployments: 3 },
    { week: '2026-W03', deployments: 0 },
  ]);
});

test('invents no number where there is none', () => {
  const [velocity] = measureVelocity([{ service: 'api', changes: [deployed(8)], sinceMs: day(8) }], window, utc, 0.05);
  expect(velocity).toMatchObject({
    medianIntervalSeconds: null,
    medianCommits: null,
    meanCommits: null,
    withCommits: 0,
  });
});

test('does not take weeks before the record begins for weeks without a deployment', () => {
  const changes = Array.from({ length: 6 }, (_, week) => deployed(5 + 7 * (week + 6)));
  const [since, always] = measureVelocity(
    [
      { service: 'new', changes, sinceMs: day(5 + 7 * 6) },
      { service: 'old', changes, sinceMs: window.fromMs },
    ],
    window,
    utc,
    0.05,
  );
  expect(since).toMatchObject({ trend: { direction: null, weeks: 6 } });
  expect(always).toMatchObject({ trend: { direction: 'rising', weeks: 12 } });
});
