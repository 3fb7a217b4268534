import { lookbackMs } from '../../analysis/pictures/graph/find-arrivals.ts';
import { type FlowPicture, pictureFlow } from '../../analysis/pictures/graph/flow-picture.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { loadChanges } from '../read/load-changes.ts';
import type { PictureScope } from './picture-scope.ts';

/** Gathers how versions were promoted in a window. */
export async function flowPicture(store: LedgerStore, scope: PictureScope): Promise<FlowPicture> {
  const { service, environment, order, fromMs, toMs, knownAt } = scope;
  const window = { fromMs: Math.max(0, fromMs - lookbackMs), toMs };
  const changes = await loadChanges(store, { service, environments: order, window, knownAt });
  return pictureFlow(changes, order, { service: service ?? null, environment: environment ?? null, fromMs, toMs });
}
