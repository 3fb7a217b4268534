import { describe, expect, it } from 'vitest';
import { deploymentRow } from '../../test/support/rows.ts';
import { computeMttr } from './compute-mttr.ts';

const deployment = { ...deploymentRow(), finishedMs: 10_000 };
const change = (recoveredMs: number | null, endedBeforeFinish = false) => ({
  deployment,
  recoveredMs,
  endedBeforeFinish,
});

describe('the mean time to recover', () => {
  it('is the mean over the failed changes that are over; open ones are counted beside it', () => {
    const { metric, numerator } = computeMttr([change(40_000), change(20_000), change(null), change(null, true)], []);
    expect(metric).toMatchObject({ value: 20, unit: 's', numerator: 40, denominator: 2, open: 1 });
    expect(metric['excluded']).toEqual({ 'ended-before-finish': 1 });
    expect(numerator).toHaveLength(2);
  });

  it('says apart how long it took to get failed runs through', () => {
    const runs = [
      { deployment, succeededMs: 70_000 },
      { deployment, succeededMs: null },
    ];
    expect(computeMttr([], runs).metric['failedRuns']).toEqual({ value: 60, unit: 's', count: 1, open: 1 });
  });

  it('is unknown, and says why, when nothing failed or nothing is over yet', () => {
    expect(computeMttr([], []).metric).toMatchObject({ value: null, reason: 'no deployment of the window failed' });
    expect(computeMttr([change(null)], []).metric).toMatchObject({
      value: null,
      reason: expect.stringContaining('recovered'),
    });
  });
});
