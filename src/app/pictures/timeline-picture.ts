import type { Change } from '../../analysis/change.ts';
import type { TimeFrame } from '../../analysis/pictures/time/time-frame.ts';
import type { Timeline, TimelineEvent } from '../../analysis/pictures/time/timeline.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { IncidentRow, RollbackRow } from '../../projections/rows.ts';
import { loadChanges } from '../read/load-changes.ts';
import type { TimeScope } from './time-scope.ts';

/** Gathers what happened in a frame: deployments that ended, rollbacks, and the incidents that were open. */
export async function timelinePicture(store: LedgerStore, scope: TimeScope, frame: TimeFrame): Promise<Timeline> {
  const { service, environments, knownAt } = scope;
  const window = { fromMs: frame.fromMs, toMs: frame.toMs };
  const [changes, rollbacks, incidents] = await Promise.all([
    loadChanges(store, { service, environments, window, knownAt }),
    store.rollbacks({ service, knownAt, ...window }),
    incidentsDuring(store, scope, frame),
  ]);
  const isHere = ({ environment }: { readonly environment: string }) => environments.includes(environment);
  return {
    type: 'timeline',
    frame,
    events: [
      ...changes.map(deploymentOf),
      ...rollbacks.filter(isHere).map(rollbackOf),
      ...incidents.filter(isHere).map(incidentOf),
    ],
  };
}

function deploymentOf({ id, service, environment, version, failed, finishedMs }: Change): TimelineEvent {
  return { what: 'deployment', id, service, environment, version, failed, atMs: finishedMs };
}

function rollbackOf({ id, service, environment, fromVersion, toVersion, atMs }: RollbackRow): TimelineEvent {
  return { what: 'rollback', id, service, environment, fromVersion, toVersion, atMs };
}

function incidentOf({ id, service, environment, severity, openedMs, resolvedMs }: IncidentRow): TimelineEvent {
  return { what: 'incident', id, service, environment, severity, atMs: openedMs, resolvedMs };
}

/** Those that opened in the frame, and those that were open when it began. */
async function incidentsDuring(
  store: LedgerStore,
  { service, knownAt }: TimeScope,
  { fromMs, toMs }: TimeFrame,
): Promise<IncidentRow[]> {
  const [open, opened] = await Promise.all([
    store.incidents({ service, knownAt, openAtMs: fromMs }),
    store.incidents({ service, knownAt, fromMs, toMs }),
  ]);
  return [...open.filter(({ openedMs }) => openedMs < fromMs), ...opened];
}
