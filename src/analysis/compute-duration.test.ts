import { describe, expect, it } from 'vitest';
import { deploymentRow } from '../../test/support/rows.ts';
import { computeDuration } from './compute-duration.ts';

const lasting = (seconds: number | null) => ({
  ...deploymentRow({ id: `${seconds}`, startedMs: seconds === null ? null : 1_000_000 - seconds * 1000 }),
  finishedMs: 1_000_000,
});

describe('the duration', () => {
  it('is the median in seconds, with the 90th percentile and the mean beside it', () => {
    const { metric } = computeDuration([60, 30, 90, 420].map(lasting));
    expect(metric).toMatchObject({ value: 75, unit: 's', p90: 321, mean: 150, count: 4 });
  });

  it('leaves out deployments whose start nobody knows or that started after their finish, and counts them', () => {
    const { metric, numerator } = computeDuration([10, null, -5, null].map(lasting));
    expect(metric).toMatchObject({ value: 10, count: 1, excluded: { 'start-unknown': 2, 'start-after-finish': 1 } });
    expect(numerator.map(({ id }) => id)).toEqual(['10']);
  });

  it('is unknown, and says why, when no start is known', () => {
    const { metric } = computeDuration([lasting(null)]);
    expect(metric).toMatchObject({ value: null, p90: null, mean: null, count: 0, reason: expect.any(String) });
  });
});
