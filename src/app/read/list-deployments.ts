import { kinds, spell, statuses } from '../../domain/vocabulary.ts';
import type { DeploymentFilter, LedgerStore } from '../../projections/read-store.ts';
import type { DeploymentQuery } from '../queries.ts';
import type { DeploymentView, ListOf } from '../views.ts';
import { deploymentAsOf } from './as-of.ts';
import { factsKnownAt } from './known-at.ts';
import { readPage } from './read-page.ts';
import { requireEnvironment } from './require-environment.ts';
import { requireWindow } from './require-window.ts';
import { requireWord } from './require-word.ts';
import { viewDeployments } from './view-deployments.ts';

/**
 * Lists deployments, newest first, as of a moment and as known then when asked to.
 * @throws LedgerError `invalid` for a word, an environment, a limit, a cursor or an index that does not exist.
 */
export async function listDeployments(store: LedgerStore, query: DeploymentQuery): Promise<ListOf<DeploymentView>> {
  const { asOfMs } = query;
  const filter = await filterOf(store, query);
  return readPage(query, {
    identity: identityOf(query),
    read: async (page) => (filter.initiators?.length === 0 ? [] : store.deployments(filter, page)),
    place: ({ atMs, id }) => ({ atMs, id }),
    view: (rows) =>
      viewDeployments(store, asOfMs === undefined ? rows : rows.map((row) => deploymentAsOf(row, asOfMs))),
  });
}

async function filterOf(store: LedgerStore, query: DeploymentQuery): Promise<DeploymentFilter> {
  const { fromMs, toMs, asOfMs, initiator } = query;
  requireWindow(query);
  const environment = await requireEnvironment(store, query.environment);
  return {
    service: query.service?.normalize('NFC'),
    environments: environment === undefined ? undefined : [environment],
    region: query.region?.normalize('NFC'),
    status: requireWord('status', query.status, statuses),
    strategy: query.strategy === undefined ? undefined : spell(query.strategy),
    kind: requireWord('kind', query.kind, kinds),
    initiators: initiator === undefined ? undefined : await referencesTo(store, initiator),
    fromMs,
    toMs,
    asOfMs,
    knownAt: await factsKnownAt(store, query.knownAt),
  };
}

async function referencesTo(store: LedgerStore, person: string): Promise<string[]> {
  return (await store.actorsNamed([person.normalize('NFC')])).map(({ actor }) => actor);
}

/** Without the times: those that people give in words, such as 7d, are others at the next page. */
function identityOf({ service, environment, region, status, strategy, kind, initiator }: DeploymentQuery) {
  return { list: 'deployments', service, environment, region, status, strategy, kind, initiator };
}
