import { severities } from '../../domain/vocabulary.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { IncidentQuery } from '../queries.ts';
import type { IncidentView, ListOf } from '../views.ts';
import { factsKnownAt } from './known-at.ts';
import { readPage } from './read-page.ts';
import { requireEnvironment } from './require-environment.ts';
import { requireWindow } from './require-window.ts';
import { requireWord } from './require-word.ts';
import { viewIncidents } from './view-incidents.ts';

/**
 * Lists incidents, the one opened last first.
 * @param nowMs the moment at which those that are `open` have to be so
 * @throws LedgerError `invalid` for a word, an environment, a limit, a cursor or an index that does not exist.
 */
export async function listIncidents(
  store: LedgerStore,
  query: IncidentQuery,
  nowMs: number,
): Promise<ListOf<IncidentView>> {
  const { fromMs, toMs, open } = query;
  requireWindow(query);
  const service = query.service?.normalize('NFC');
  const environment = await requireEnvironment(store, query.environment);
  const severity = requireWord('severity', query.severity, severities);
  const openAtMs = open ? nowMs : undefined;
  const knownAt = await factsKnownAt(store, query.knownAt);
  return readPage(query, {
    identity: { list: 'incidents', service, environment, severity, open },
    read: (page) => store.incidents({ service, environment, severity, openAtMs, fromMs, toMs, knownAt }, page),
    place: ({ openedMs, id }) => ({ atMs: openedMs, id }),
    view: (rows) => viewIncidents(store, rows, knownAt),
  });
}
