import type { ExportOptions, Ledger } from '../../app/ledger.ts';
import type { DeploymentQuery, IncidentQuery, RollbackQuery } from '../../app/queries.ts';
import type { Reader } from '../../app/read/read.ts';
import type { Client } from '../../surfaces/client/connect.ts';
import { readOldestFirst, readPages } from './read-pages.ts';
import { changesFilter, knownFilter, scopeFilter, sideFilter, timeFilter } from './server-filters.ts';

type Exports = Pick<Ledger, 'exportDeployments' | 'exportRollbacks' | 'exportIncidents'>;

/** The questions that a server answers from its read models. */
export function remoteReads(client: Client): Reader & Pick<Ledger, 'health'> & Exports {
  return {
    ...lists(client),
    deployment: (id, knownAt) => client.getDeployment(id, { knownAt: knownFilter(knownAt) }),
    rollback: (id) => client.getRollback(id),
    incident: (id) => client.getIncident(id),
    services: async () => [...(await client.listServices()).items],
    environments: async () => [...(await client.listEnvironments()).items],
    async running({ service, environment, region, asOfMs, knownAt }) {
      const when = { asOf: timeFilter(asOfMs), knownAt: knownFilter(knownAt) };
      return [...(await client.listRunning({ service, environment, region, ...when })).items];
    },
    changes: (query) => client.listChanges(changesFilter(query)),
    diff: async (a, b) => [...(await client.listDifferences({ a: sideFilter(a), b: sideFilter(b), all: true })).items],
    ...reports(client),
  };
}

function lists(client: Client) {
  const deployments = ({ status, strategy, region, kind, initiator, asOfMs, ...query }: DeploymentQuery) => {
    const filter = { ...scopeFilter(query), status, type: strategy, region, kind, initiator, asOf: timeFilter(asOfMs) };
    return (page: object) => client.listDeployments({ ...filter, ...page });
  };
  const rollbacks = (query: RollbackQuery) => (page: object) =>
    client.listRollbacks({ ...scopeFilter(query), ...page });
  const incidents = (query: IncidentQuery) => (page: object) =>
    client.listIncidents({ ...scopeFilter(query), severity: query.severity, open: query.open, ...page });
  return {
    deployments: (query) => readPages(query, deployments(query)),
    rollbacks: (query) => readPages(query, rollbacks(query)),
    incidents: (query) => readPages(query, incidents(query)),
    timeline: (query) => readPages(query, (page) => client.listTimeline({ ...scopeFilter(query), ...page })),
    exportDeployments: (options: ExportOptions) => readOldestFirst(deployments(options)),
    exportRollbacks: (options: ExportOptions) => readOldestFirst(rollbacks(options)),
    exportIncidents: (options: ExportOptions) => readOldestFirst(incidents(options)),
  } satisfies Partial<Ledger>;
}

function reports(client: Client) {
  return {
    metrics({ metrics, tz, groupBy, profile, against, explain, compare, ...query }) {
      const how = { metric: metrics, tz, groupBy, profile, against, explain, compare };
      return client.showMetrics({ ...scopeFilter(query), ...how });
    },
    health: ({ tz, recommendations, ...query }) =>
      client.showHealth({ ...scopeFilter(query), tz, includeRecommendations: recommendations }),
    analyze({ type, tz, threshold, spanMs, ...query }) {
      const span = spanMs === undefined ? undefined : `${spanMs}ms`;
      return client.showAnalysis(type, { ...scopeFilter(query), tz, threshold, span });
    },
  } satisfies Partial<Ledger>;
}
