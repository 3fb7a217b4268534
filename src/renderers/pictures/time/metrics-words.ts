import type { MetricSeries, MetricsPicture } from '../../../analysis/pictures/time/metric-series.ts';
import { printable } from '../../terminal/printable.ts';
import { frameText } from './frame-text.ts';
import { valueText } from './value-text.ts';

export function metricsTitle({ frame }: MetricsPicture): string {
  return `Metrics by week, ${frameText(frame)}`;
}

/** One sentence for a series: its last value, its least and most, and for how many weeks there is none. */
export function seriesText(series: MetricSeries): string {
  const { unit, points } = series;
  const name = printable(series.name);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const last = values.at(-1);
  if (last === undefined) return `${name}: not enough data in any week`;
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => valueText(value, unit));
  const missing = points.length - values.length;
  const gaps = missing === 0 ? '' : `; no data in ${missing} of ${points.length} weeks`;
  return `${name}: last ${valueText(last, unit)}, between ${least} and ${most}${gaps}`;
}

/** Whether there is any number to show. */
export function hasValues({ series }: MetricsPicture): boolean {
  return series.some(({ points }) => points.some(({ value }) => value !== null));
}

/** What the whole says, in sentences. */
export function metricsSummary(picture: MetricsPicture): string {
  if (!hasValues(picture)) return 'There is not enough data for any metric in this time.';
  return picture.series.map((series) => `${seriesText(series)}.`).join(' ');
}
