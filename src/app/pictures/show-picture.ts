import { pictureDependencies } from '../../analysis/pictures/graph/dependencies-picture.ts';
import { pictureImpact } from '../../analysis/pictures/graph/impact-picture.ts';
import { LedgerError } from '../../domain/errors.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { Picture } from '../../renderers/pictures/picture.ts';
import { factsKnownAt } from '../read/known-at.ts';
import { listEnvironments } from '../read/list-environments.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import { requireServiceOf } from '../read/require-service.ts';
import { requireWindow } from '../read/require-window.ts';
import { flowPicture } from './flow-picture.ts';
import { loadServiceGraph } from './load-service-graph.ts';
import type { PictureQuery } from './picture-query.ts';
import type { PictureScope } from './picture-scope.ts';
import { showTimePicture } from './show-time-picture.ts';
import { topologyPicture } from './topology-picture.ts';

/**
 * Gathers what a picture shows.
 * @throws LedgerError `invalid` for an environment, a time zone or an index that does not exist, or a window without time;
 * `not-found` for a service that nobody knows, or that is to be drawn around in an environment where it does not run.
 */
export async function showPicture(store: LedgerStore, query: PictureQuery): Promise<Picture> {
  requireWindow(query);
  const environment = await requireEnvironment(store, query.environment);
  const knownAt = await factsKnownAt(store, query.knownAt);
  const { fromMs, toMs } = query;
  const order = (await listEnvironments(store, { knownAt })).map(({ name }) => name);
  const service = await requireServiceOf(store, query.service, knownAt);
  const scope: PictureScope = { service, environment, order, fromMs, toMs, knownAt };
  switch (query.type) {
    case 'timeline':
    case 'gantt':
    case 'heatmap':
    case 'metrics':
      return showTimePicture(store, query.type, scope, query);
    case 'flow':
      return flowPicture(store, scope);
    case 'topology':
      return topologyPicture(store, scope);
    case 'dependencies':
      return pictureDependencies(...(await aroundService(store, scope)));
    case 'impact':
      return pictureImpact(...(await aroundService(store, scope)));
  }
}

async function aroundService(store: LedgerStore, scope: PictureScope) {
  const { service = null, environment = null } = scope;
  const graph = await loadServiceGraph(store, scope);
  if (service === null || graph.has(service)) return [graph, { service, environment }] as const;
  throw new LedgerError('not-found', `${JSON.stringify(service)} does not run in ${JSON.stringify(environment)}`, {
    field: 'service',
    hint: `see what runs where with: deploy-ledger running --service ${shellWord(service)}`,
  });
}
