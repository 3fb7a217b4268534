import { describe, expect, it } from 'vitest';
import { deploymentRow, incidentRow } from '../../test/support/rows.ts';
import { findFailedChanges } from './failed-changes.ts';

const change = { ...deploymentRow({ id: 'change' }), finishedMs: 1000 };
const incident = (resolvedMs: number | null, id = 'INC-1') => incidentRow({ id, causedBy: 'change', resolvedMs });
const remedy = (finishedMs: number, remediates: string[]) =>
  deploymentRow({ id: `remedy-${finishedMs}`, finishedMs, remediates });
const ends = (...[deployments, incidents = [], remedies = []]: Partial<Parameters<typeof findFailedChanges>>) =>
  findFailedChanges(deployments ?? [], incidents, remedies).map(({ recoveredMs }) => recoveredMs);

describe('a failed change', () => {
  it('is none as long as nothing speaks against it', () => {
    const foreign = [incidentRow({ causedBy: 'other' }), incidentRow({ id: 'INC-2', causedBy: null })];
    expect(ends([change], foreign, [remedy(2000, ['other'])])).toEqual([]);
  });

  it('ends when it is rolled back', () => {
    expect(ends([{ ...change, status: 'rolled-back', rolledBackMs: 5000 }])).toEqual([5000]);
  });

  it('ends when the incident that it caused is resolved, and is open as long as that is', () => {
    expect(ends([change], [incident(4000)])).toEqual([4000]);
    expect(ends([change], [incident(null)])).toEqual([null]);
  });

  it('ends when a deployment that remedies it, or its incident, finishes', () => {
    expect(ends([change], [], [remedy(3000, ['change'])])).toEqual([3000]);
    expect(ends([change], [incident(null)], [remedy(3000, ['INC-1'])])).toEqual([3000]);
  });

  it('ends at the first of several ends', () => {
    const rolledBack = { ...change, status: 'rolled-back' as const, rolledBackMs: 5000 };
    expect(ends([rolledBack], [incident(4000), incident(null, 'INC-2')], [remedy(6000, ['change'])])).toEqual([4000]);
  });

  it('is not ended by a remedy that came before it, went elsewhere or failed', () => {
    expect(ends([change], [], [remedy(999, ['change'])])).toEqual([]);
    expect(ends([change], [], [{ ...remedy(3000, ['change']), environment: 'staging' }])).toEqual([]);
    expect(ends([change], [], [{ ...remedy(3000, ['change']), status: 'failure' }])).toEqual([null]);
  });

  it('is not remedied by itself', () => {
    expect(ends([change], [], [{ ...change, remediates: ['change'] }])).toEqual([]);
  });

  it('passes over an end before its finish, and says so when there is no other', () => {
    expect(ends([change], [incident(500), incident(2000, 'INC-2')])).toEqual([2000]);
    expect(findFailedChanges([change], [incident(500)], [])).toEqual([
      { deployment: change, recoveredMs: null, endedBeforeFinish: true },
    ]);
    expect(findFailedChanges([change], [incident(500), incident(null, 'INC-2')], [])).toMatchObject([
      { recoveredMs: null, endedBeforeFinish: false },
    ]);
  });

  it('reached its environment: a failure is none', () => {
    expect(ends([{ ...change, status: 'failure' }], [incident(4000)])).toEqual([]);
  });
});
