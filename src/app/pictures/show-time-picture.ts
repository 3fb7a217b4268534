import type { LedgerStore } from '../../projections/read-store.ts';
import type { Picture } from '../../renderers/pictures/picture.ts';
import type { MetricName } from '../metrics/metrics-query.ts';
import { showMetrics } from '../metrics/show-metrics.ts';
import { productionEnvironments } from '../read/production-environments.ts';
import { ganttPicture } from './gantt-picture.ts';
import { heatmapPicture } from './heatmap-picture.ts';
import { metricsPicture } from './metrics-picture.ts';
import type { PictureQuery } from './picture-query.ts';
import type { PictureScope } from './picture-scope.ts';
import type { TimeScope } from './time-scope.ts';
import { timelinePicture } from './timeline-picture.ts';

const weeklyMetrics: readonly MetricName[] = [
  'frequency',
  'change-fail-rate',
  'lead-time',
  'recovery-time',
  'duration',
];

/** Gathers a picture of what happened over time: in the environment that was named, else in those of tier production. */
export async function showTimePicture(
  store: LedgerStore,
  type: 'timeline' | 'gantt' | 'heatmap' | 'metrics',
  { service, environment, fromMs, toMs, knownAt }: PictureScope,
  query: PictureQuery,
): Promise<Picture> {
  const frame = { fromMs, toMs, tz: query.tz };
  const environments = environment === undefined ? await productionEnvironments(store, knownAt) : [environment];
  const scope: TimeScope = { service, environments, knownAt };
  switch (type) {
    case 'timeline':
      return timelinePicture(store, scope, frame);
    case 'gantt':
      return ganttPicture(store, scope, frame);
    case 'heatmap':
      return heatmapPicture(store, scope, frame);
    case 'metrics':
      return metricsPicture(await showMetrics(store, { ...query, metrics: weeklyMetrics, groupBy: ['week'] }), frame);
  }
}
