import { type Heatmap, heatmapOf } from '../../analysis/pictures/time/heatmap.ts';
import type { TimeFrame } from '../../analysis/pictures/time/time-frame.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { loadChanges } from '../read/load-changes.ts';
import type { TimeScope } from './time-scope.ts';

/** Gathers the deployments that ended in a frame, by hour and weekday. */
export async function heatmapPicture(store: LedgerStore, scope: TimeScope, frame: TimeFrame): Promise<Heatmap> {
  const window = { fromMs: frame.fromMs, toMs: frame.toMs };
  return heatmapOf(await loadChanges(store, { ...scope, window }), frame);
}
