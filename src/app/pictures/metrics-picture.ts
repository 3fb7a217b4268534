import { LocalCalendar } from '../../analysis/local-calendar.ts';
import { periodsOf } from '../../analysis/periods.ts';
import type { MetricSeries, MetricsPicture } from '../../analysis/pictures/time/metric-series.ts';
import type { TimeFrame } from '../../analysis/pictures/time/time-frame.ts';
import type { MetricsReport } from '../metrics/metrics-report.ts';

/** Turns metrics that were grouped by week, and by nothing else, into a series for each. */
export function metricsPicture({ groups }: MetricsReport, frame: TimeFrame): MetricsPicture {
  const weeks = periodsOf(frame, ['week'], new LocalCalendar(frame.tz));
  const byWeek = new Map(groups.map(({ by, metrics }) => [by['week'], metrics]));
  const units = new Map(
    groups.flatMap(({ metrics }) => Object.entries(metrics).map(([name, { unit }]) => [name, unit])),
  );
  const series = [...units].map(([name, unit]): MetricSeries => {
    const points = weeks.map(({ fromMs, names }) => ({
      fromMs,
      value: byWeek.get(names['week'] ?? '')?.[name]?.value ?? null,
    }));
    return { name, unit, points };
  });
  return { type: 'metrics', frame, series };
}
