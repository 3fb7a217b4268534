import { describe, expect, it } from 'vitest';
import { deploymentRow } from '../../test/support/rows.ts';
import type { DeploymentRow } from '../projections/rows.ts';
import { findFailedRuns } from './failed-runs.ts';

const run = (finishedMs: number, fields: Partial<DeploymentRow> = {}) => ({
  ...deploymentRow({ id: `run-${finishedMs}`, status: 'failure', ...fields }),
  finishedMs,
});
const success = (finishedMs: number, fields: Partial<DeploymentRow> = {}) =>
  run(finishedMs, { status: 'success', ...fields });

describe('a failed run', () => {
  it('is over with the next success of its lane', () => {
    const runs = [success(1), run(5), run(7), success(20), success(9)];
    expect(findFailedRuns(runs, runs).map(({ succeededMs }) => succeededMs)).toEqual([9, 9]);
  });

  it('is still open while its lane has no later success', () => {
    const elsewhere = [
      success(9, { service: 'web' }),
      success(9, { environment: 'staging' }),
      success(9, { region: 'eu' }),
      success(4),
      run(9, { status: 'partial' }),
    ];
    expect(findFailedRuns([run(5)], elsewhere)).toMatchObject([{ succeededMs: null }]);
  });

  it('is over with a success that was rolled back later', () => {
    const rolledBack = success(9, { status: 'rolled-back', outcome: 'success', rolledBackMs: 30 });
    expect(findFailedRuns([run(5)], [rolledBack])).toMatchObject([{ succeededMs: 9 }]);
  });
});
