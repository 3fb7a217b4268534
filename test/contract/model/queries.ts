import fc from 'fast-check';
import { severities, statuses } from '../../../src/domain/vocabulary.ts';
import type { MetricFilter } from '../../../src/projections/metric-rows.ts';
import type { LedgerStore } from '../../../src/projections/read-store.ts';
import { collect } from '../contract.ts';
import { newestFirst, sortedBy } from '../ordering.ts';
import { environment, id, moment, region, service, word } from './words.ts';

/** A question to a store, with a name for when two stores answer it differently. */
export interface Query {
  readonly name: string;
  readonly ask: (store: LedgerStore) => Promise<unknown>;
}

const index = fc.integer({ min: 0, max: 40 });

/** Some of the fields, few enough for something to be found. */
function few<Fields>(
  fields: { readonly [Name in keyof Fields]: fc.Arbitrary<Fields[Name]> },
): fc.Arbitrary<Partial<Fields>> {
  const names = Object.keys(fields) as (keyof Fields)[];
  return fc
    .tuple(fc.record<Fields>({ ...fields }), fc.subarray(names, { maxLength: Math.min(3, names.length) }))
    .map(([all, chosen]) => {
      const drawn: Partial<Fields> = {};
      for (const name of chosen) drawn[name] = all[name];
      return drawn;
    });
}

const page = few({
  limit: fc.integer({ min: 0, max: 5 }),
  after: fc.record({ atMs: moment, id }),
  oldestFirst: fc.boolean(),
});
const place = { knownAt: index, service };
const span = { fromMs: moment, toMs: moment };
const deploymentFilter = few({
  ...place,
  ...span,
  environments: fc.array(environment, { maxLength: 3 }),
  region,
  version: word,
  status: fc.constantFrom(...statuses),
  strategy: fc.constantFrom('rolling', 'canary'),
  initiators: fc.array(word, { maxLength: 3 }),
  parentId: id,
  ids: fc.array(id),
  remediating: fc.constant<true>(true),
  asOfMs: moment,
});
const runningFilter = few({ ...place, environment, region, asOfMs: moment });
const rollbackFilter = few({ ...place, ...span, environment, ids: fc.array(id) });
const incidentFilter = few({
  ...place,
  ...span,
  environment,
  id,
  severity: fc.constantFrom(...severities),
  causedBy: id,
  openAtMs: moment,
});
const metricFilter = fc
  .tuple(few({ ...place, ...span }), fc.array(environment, { maxLength: 2 }), fc.boolean())
  .map(([fields, environments, commits]): MetricFilter => ({ ...fields, environments, commits }));
const knowledge = few({ knownAt: index });
const lane = fc.record({
  service,
  environment,
  latest: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
});
const tableName = fc.constantFrom(
  'deployments',
  'commits',
  'running',
  'rollbacks',
  'removals',
  'incidents',
  'services',
  'environments',
);

function query<Asked>(
  name: string,
  asked: fc.Arbitrary<Asked>,
  ask: (store: LedgerStore, asked: Asked) => Promise<unknown>,
): fc.Arbitrary<Query> {
  return asked.map((value) => ({ name: `${name} ${fc.stringify(value)}`, ask: (store) => ask(store, value) }));
}

export const anyQuery: fc.Arbitrary<Query> = fc.oneof(
  query('deployments', fc.tuple(deploymentFilter, page), (store, asked) => store.deployments(...asked)),
  query('deployment', fc.tuple(id, knowledge), (store, asked) => store.deployment(...asked)),
  query('metric rows', metricFilter, readMetricRows),
  query('commit counts', fc.tuple(fc.array(id), knowledge), async (store, asked) => {
    return sortedBy([...(await store.commitCounts(...asked))], ([deployment]) => [deployment]);
  }),
  query('running', runningFilter, (store, filter) => store.running(filter)),
  query('rollbacks', fc.tuple(rollbackFilter, page), (store, asked) => store.rollbacks(...asked)),
  query('incidents', fc.tuple(incidentFilter, page), (store, asked) => store.incidents(...asked)),
  query('services', knowledge, (store, asked) => store.services(asked)),
  query('environments', knowledge, (store, asked) => store.environments(asked)),
  query('rows', tableName, (store, name) => collect<unknown>(store.rows(name))),
  query('lane', lane, readLane),
  query('facts', fc.tuple(index, index), (store, range) => collect(store.facts(...range))),
  query('subjects', fc.array(word), (store, subjects) => store.factsOf(subjects)),
  query('hashes', fc.tuple(index, index), (store, range) => store.leafHashes(...range)),
  query('subjects of', fc.array(index), async (store, indexes) => {
    return sortedBy([...(await store.subjectsOf(indexes))], ([place]) => [place]);
  }),
  query('openings', fc.tuple(index, index), (store, range) => collect(store.openings(...range))),
  query('openings of', fc.array(index), (store, indexes) => store.openingsOf(indexes)),
  query('size at', index, (store, ms) => store.sizeKnownAt(ms)),
  query('actors', fc.array(word), async (store, names) => {
    return sortedBy(await store.actorsNamed(names), ({ actor }) => [actor]);
  }),
);

/** Commits of one deployment come in any order, and so do deployments of the same fact, which only this model makes up. */
async function readMetricRows(store: LedgerStore, filter: MetricFilter) {
  const rows = (await collect(store.metricRows(filter))).flat();
  return rows.map((row) => ({ ...row, committedMs: row.committedMs.toSorted((a, b) => a - b) }));
}

/** Rows of one moment come in any order. */
async function readLane(
  store: LedgerStore,
  asked: { service: string; environment: string; latest: number | undefined },
) {
  const lane = await store.transact((transaction) => transaction.lane(asked.service, asked.environment, asked.latest));
  return {
    ...lane,
    deployments: newestFirst(lane.deployments, (row) => [row.atMs, row.id]),
    rollbacks: newestFirst(lane.rollbacks, (row) => [row.atMs, row.id]),
    removals: newestFirst(lane.removals, (row) => [row.atMs, row.region]),
    running: newestFirst(lane.running, (row) => [row.sinceMs, row.region]),
  };
}
