import { describe, expect, it } from 'vitest';
import { deploymentRow } from '../../test/support/rows.ts';
import { computeSuccessRate } from './compute-success-rate.ts';

const ended = (status: 'success' | 'failure' | 'partial' | 'rolled-back') => ({
  ...deploymentRow({ id: status, status }),
  finishedMs: 0,
});

describe('the success rate', () => {
  it('counts what was rolled back or reached only a part as no success', () => {
    const all = [ended('success'), ended('failure'), ended('partial'), ended('rolled-back')];
    const { metric, numerator, denominator } = computeSuccessRate(all);
    expect(metric).toMatchObject({ value: 0.25, unit: 'ratio', numerator: 1, denominator: 4 });
    expect([numerator, denominator]).toEqual([[all[0]], all]);
  });

  it('is unknown, and says why, where nothing ended', () => {
    expect(computeSuccessRate([]).metric).toMatchObject({ value: null, reason: 'no deployment ended in the window' });
  });
});
