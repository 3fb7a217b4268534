import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { followMetrics } from './follow-metrics.ts';

const minutes = (count: number) => count * 60_000;
const ended = (tookMs: number) => ({ startedMs: 0, finishedMs: tookMs });

test('measures each metric of each week', () => {
  const weeks = [
    { week: '2026-W01', changes: [aChange(ended(minutes(2))), aChange(ended(minutes(4)))] },
    {
      week: '2026-W02',
      changes: [
        aChange({ ...ended(minutes(6)), status: 'rolled-back', failed: true, recoveredMs: minutes(16) }),
        aChange({ ...ended(minutes(6)), status: 'failure', failed: true }),
        aChange({ startedMs: null }),
        aChange(ended(minutes(6))),
      ],
    },
    { week: '2026-W03', changes: [] },
  ];
  const values = followMetrics(weeks, 0.05).map(({ metric, unit, weekly }) => [
    metric,
    unit,
    weekly.map(({ value }) => value),
  ]);
  expect(values).toEqual([
    ['frequency', '1/week', [2, 3, 0]],
    ['failure-rate', 'ratio', [0, 0.5, null]],
    ['duration', 's', [180, 360, null]],
    ['recovery', 's', [null, 600, null]],
  ]);
});

test('follows every metric also where there is no week at all', () => {
  expect(followMetrics([], 0.05).map(({ direction, reason }) => [direction, reason])).toEqual(
    Array.from({ length: 4 }, () => [null, 'a trend takes 10 whole weeks with a value, and there are 0']),
  );
});
