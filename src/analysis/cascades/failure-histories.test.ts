import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { incidentRow } from '../../../test/support/rows.ts';
import { failureHistories } from './failure-histories.ts';

const change = (finishedMs: number, failed: boolean) => aChange({ id: `at ${finishedMs}`, finishedMs, failed });

test('begins a new trouble only when the last failure is longer ago than the span', () => {
  const changes = [change(300, true), change(100, true), change(191, true), change(401, true)];
  const incidents = [incidentRow({ id: 'INC-1', openedMs: 50 }), incidentRow({ id: 'INC-2', service: 'web' })];
  const histories = failureHistories(changes, incidents, 100);
  expect([...histories.keys()].sort()).toEqual(['api', 'web']);
  expect(histories.get('api')?.failures).toEqual([
    { atMs: 50, id: 'INC-1' },
    { atMs: 300, id: 'at 300' },
    { atMs: 401, id: 'at 401' },
  ]);
});

test('leaves out what went well during trouble: it was the repair', () => {
  const changes = [change(100, true), change(150, false), change(201, false), change(50, false)];
  expect(failureHistories(changes, [], 100).get('api')?.wentWellMs).toEqual([201, 50]);
});

test('has no history for services that never failed', () => {
  expect(failureHistories([change(100, false)], [], 100).size).toBe(0);
});
