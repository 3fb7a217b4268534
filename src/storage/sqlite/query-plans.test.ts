import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { identity } from '../../../test/contract/samples.ts';
import type { DeploymentFilter, LedgerStore, LedgerTransaction } from '../../projections/read-store.ts';
import { Connection, type SqlRow } from './connection.ts';
import { openSqlite } from './open-sqlite.ts';

let store: LedgerStore;
const asked: [connection: Connection, sql: string, values: SqlRow][] = [];

beforeAll(async () => {
  store = await openSqlite(':memory:', { mode: 'create' });
  await store.create(identity);
  const { all } = Connection.prototype;
  vi.spyOn(Connection.prototype, 'all').mockImplementation(function (this: Connection, sql, values = []) {
    asked.push([this, sql, values]);
    return all.call(this, sql, values);
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await store.close();
});

/** How SQLite finds the rows of the queries that `work` leads to, a line for each table that it looks into. */
async function planOf(work: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0;
  await work();
  return [...asked].flatMap(([connection, sql, values]) =>
    connection.all<[number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`, values).map(([, , , line]) => line),
  );
}

const page = { limit: 10 };
const list = (filter: DeploymentFilter) => () => store.deployments(filter, page);
const inside = (work: (transaction: LedgerTransaction) => Promise<unknown>) => () => store.transact(work);

describe('a query', () => {
  it.each<[name: string, work: () => Promise<unknown>]>([
    ['a page', list({})],
    ['a page of a service', list({ service: 'api' })],
    ['a page of environments', list({ environments: ['production', 'staging'] })],
    ['a page of a service in an environment', list({ service: 'api', environments: ['production'] })],
    ['a page of a status', list({ status: 'failure' })],
    ['a page as known then', list({ knownAt: 5 })],
    ['a page as of then', list({ asOfMs: 5 })],
    ['the targets of a deployment', list({ parentId: 'deploy-1' })],
    ['what runs', () => store.running({})],
    ['what ran', () => store.running({ asOfMs: 5 })],
    ['what was believed to run', () => store.running({ knownAt: 5 })],
    ['what runs of a service', () => store.running({ service: 'api' })],
    ['rollbacks by id', () => store.rollbacks({ ids: ['a', 'b'] })],
    ['rollbacks of a service', () => store.rollbacks({ service: 'api' }, page)],
    ['incidents by cause', () => store.incidents({ causedBy: 'deploy-1' })],
    ['incidents of a service', () => store.incidents({ service: 'api', environment: 'production' }, page)],
    ['the end of a lane', inside((transaction) => transaction.lane('api', 'production', 3))],
    ['current rows', inside((transaction) => transaction.currentDeployments(['deploy-1']))],
    ['current targets', inside((transaction) => transaction.currentTargets(['deploy-1']))],
    ['facts of a subject', () => store.factsOf(['deployment:deploy-1'])],
    ['single hashes', () => store.leafHashesOf([1, 2])],
    ['roots of tiles', () => store.tileRoots(1, 0, 9)],
  ])('finds %s by an index and never goes through a table', async (_, work) => {
    const plan = await planOf(work);
    expect(plan.filter((line) => /^SEARCH/.test(line)).length).toBeGreaterThan(0);
    expect(plan.filter((line) => /^SCAN (?!places|lanes|json_each|CONSTANT ROW)/.test(line))).toEqual([]);
    const wholeLedger = /INDEX (?!\S+_by_(at|opened)_ms_id)(?!sqlite_autoindex_running)\S+ \(ledger=\?\)$/;
    expect(plan.filter((line) => wholeLedger.test(line))).toEqual([]);
  });

  it.each<[name: string, filter: DeploymentFilter, index: string]>([
    ['all', {}, 'deployments_by_at_ms_id (ledger=?)'],
    ['a status', { status: 'failure' }, 'deployments_by_status_at_ms_id (ledger=? AND status=?)'],
    ['a span', { fromMs: 1, toMs: 2 }, 'deployments_by_at_ms_id (ledger=? AND at_ms>? AND at_ms<?)'],
  ])('walks through a page of %s in order, without sorting', async (_, filter, index) => {
    expect(await planOf(list(filter))).toEqual([`SEARCH deployments USING INDEX ${index}`]);
  });

  it('reads the roots of tiles from where they lie side by side, never from the tiles', async () => {
    expect(await planOf(() => store.tileRoots(1, 0, 9))).toEqual([
      'SEARCH tiles USING COVERING INDEX tiles_by_root (ledger=? AND level=? AND n>? AND n<?)',
    ]);
  });

  it('goes from lane to lane behind all rows of the one before', async () => {
    const plan = await planOf(() => store.running({}));
    expect(plan.join('\n')).toContain('(ledger=? AND (service,environment,region,since_ms)>(?,?,?,?))');
  });
});
