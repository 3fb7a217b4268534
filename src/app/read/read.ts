import type { LedgerStore } from '../../projections/read-store.ts';
import { analyze } from '../analyze/analyze.ts';
import { listChanges } from '../changes/list-changes.ts';
import type { Ledger } from '../ledger.ts';
import { showMetrics } from '../metrics/show-metrics.ts';
import { listTimeline } from '../timeline/list-timeline.ts';
import { listDeployments } from './list-deployments.ts';
import { listEnvironments } from './list-environments.ts';
import { listIncidents } from './list-incidents.ts';
import { listRollbacks } from './list-rollbacks.ts';
import { listServices } from './list-services.ts';
import { showDeployment } from './show-deployment.ts';
import { showDifferences } from './show-differences.ts';
import { showIncident } from './show-incident.ts';
import { showRollback } from './show-rollback.ts';
import { showRunning } from './show-running.ts';

/** The questions that a ledger answers from its read models. */
export type Reader = Pick<
  Ledger,
  | 'deployments'
  | 'deployment'
  | 'rollbacks'
  | 'rollback'
  | 'incidents'
  | 'incident'
  | 'services'
  | 'environments'
  | 'running'
  | 'diff'
  | 'timeline'
  | 'changes'
  | 'metrics'
  | 'analyze'
>;

/** Answers questions from a store, as of the clock's now where they name no time. */
export function reader(store: LedgerStore, clock: () => number): Reader {
  return {
    deployments: (query) => listDeployments(store, query),
    deployment: (id, knownAt) => showDeployment(store, id, knownAt),
    rollbacks: (query) => listRollbacks(store, query),
    rollback: (id) => showRollback(store, id),
    incidents: (query) => listIncidents(store, query, clock()),
    incident: (id) => showIncident(store, id),
    services: () => listServices(store),
    environments: () => listEnvironments(store),
    running: (query) => showRunning(store, query, clock()),
    diff: (a, b) => showDifferences(store, a, b),
    timeline: (query) => listTimeline(store, query),
    changes: (query) => listChanges(store, query, clock()),
    metrics: (query) => showMetrics(store, query),
    analyze: (query) => analyze(store, query),
  };
}
