import type { MetricsPicture } from '../../../analysis/pictures/time/metric-series.ts';
import { instant } from '../../../domain/instant.ts';
import { d3Text } from '../d3-text.ts';
import { frameData } from './frame-data.ts';
import { metricsSummary, metricsTitle } from './metrics-words.ts';

/** Every series with a point for each week; null is a week without enough data. */
export function metricsD3(picture: MetricsPicture): string {
  return d3Text({
    type: picture.type,
    title: metricsTitle(picture),
    description: metricsSummary(picture),
    ...frameData(picture.frame),
    series: picture.series.map(({ name, unit, points }) => ({
      name,
      unit,
      points: points.map(({ fromMs, value }) => ({ from: instant(fromMs), value })),
    })),
  });
}
