import { buildDependencyGraph } from '../../analysis/dependencies/dependency-graph.ts';
import { describeService } from '../../analysis/pictures/graph/service-graph.ts';
import { pictureTopology, type TopologyPicture } from '../../analysis/pictures/graph/topology-picture.ts';
import { instantMs } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { showRunning } from '../read/show-running.ts';
import type { PictureScope } from './picture-scope.ts';

/** Gathers what runs where at the end of the window. */
export async function topologyPicture(store: LedgerStore, scope: PictureScope): Promise<TopologyPicture> {
  const { service, environment, order, toMs, knownAt } = scope;
  const known = knownAt === undefined ? undefined : { index: knownAt - 1 };
  const running = await showRunning(store, { service, environment, asOfMs: toMs, knownAt: known }, toMs);
  const occupants = running.map(({ region, version, since, health, ...place }) => ({
    service: place.service,
    environment: place.environment,
    region: region ?? '',
    version,
    sinceMs: instantMs(since),
    health,
  }));
  const services = buildDependencyGraph(await store.services({ knownAt }));
  return pictureTopology(occupants, order, [...services.values()].map(describeService), toMs);
}
