import { describe, expect, it } from 'vitest';
import type { MetricsReport } from '../metrics/metrics-report.ts';
import { metricsPicture } from './metrics-picture.ts';

const frame = { fromMs: Date.parse('2026-11-02'), toMs: Date.parse('2026-11-23'), tz: 'UTC' };

function report(weeks: Readonly<Record<string, number | null>>): MetricsReport {
  const group = (week: string, value: number | null) => ({
    by: { week },
    metrics: { frequency: { value, unit: '1/d', formula: '' } },
  });
  return {
    profile: 'dora',
    profileVersion: 1,
    source: '',
    from: '2026-11-02T00:00:00Z',
    to: '2026-11-23T00:00:00Z',
    tz: 'UTC',
    groups: Object.entries(weeks).map(([week, value]) => group(week, value)),
    excluded: {},
    warnings: [],
  };
}

describe('metricsPicture', () => {
  it('has a point for each week, without a value where the metric has none or the week has no group', () => {
    const { series } = metricsPicture(report({ '2026-W45': 2, '2026-W47': null }), frame);
    expect(series).toEqual([
      {
        name: 'frequency',
        unit: '1/d',
        points: [
          { fromMs: Date.parse('2026-11-02'), value: 2 },
          { fromMs: Date.parse('2026-11-09'), value: null },
          { fromMs: Date.parse('2026-11-16'), value: null },
        ],
      },
    ]);
  });
});
