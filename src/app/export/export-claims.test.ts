import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import { LedgerError } from '../../domain/errors.ts';
import { tableNames } from '../../projections/tables.ts';
import type { ExportOptions } from '../ledger.ts';
import { exporter } from './export.ts';

const start = Date.parse('2026-01-15T10:00:00Z');
const minutes = (count: number) => start + count * 60_000;

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const claimsOf = ({ store }: TestLedger, options: ExportOptions = {}) => all(exporter(store).claims(options));

/** Records what can be recorded. */
async function told(claims: readonly object[], startMs = start): Promise<TestLedger> {
  const ledger = await openTestLedger(startMs);
  for (const claim of claims) {
    await ledger.record({ ...claim }).catch((error: unknown) => {
      if (!(error instanceof LedgerError)) throw error;
    });
  }
  return ledger;
}

/** What two ledgers must agree in: everything but when and where in the log it was recorded, and references to persons. */
async function contents({ store }: TestLedger): Promise<unknown> {
  const recording = { index: 0, recordedMs: 0, knownFrom: 0, sealed: {}, initiator: null, approvedBy: [] };
  const shown = { index: 0, leafHash: '', recordedAt: '' };
  const rows = await Promise.all(tableNames.map((table) => all<object>(store.rows(table))));
  const views = [exporter(store).deployments({}), exporter(store).rollbacks({}), exporter(store).incidents({})];
  return {
    rows: rows.map((table) =>
      table.filter((row) => !('knownTo' in row) || row.knownTo === null).map((row) => ({ ...row, ...recording })),
    ),
    views: (await Promise.all(views.map((view) => all<object>(view)))).map((list) =>
      list.map((view) => ({ ...view, ...shown })),
    ),
  };
}

const services = fc.constantFrom('api', 'web');
const environments = fc.constantFrom('production', 'staging', 'prod-eu');
const deploymentIds = fc.constantFrom('d1', 'd2', 'd3', 'd4');
const incidentIds = fc.constantFrom('INC-1', 'INC-2');
const versions = fc.constantFrom('1', '2', '3');
const times = fc.integer({ min: -60, max: 60 }).map(minutes);
const persons = fc.constantFrom('alice', 'bob');
const texts = fc.string({ maxLength: 20, unit: 'grapheme' });
const statuses = fc.constantFrom('pending', 'in-progress', 'success', 'failure', 'partial', 'cancelled', 'abandoned');
const region = fc.constantFrom('eu', 'us');
const sha = fc.constantFrom('aaaa', 'bbbb');

/** Says a type, what must be said, and any part of the rest. */
function claims(
  type: string,
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>,
) {
  const model: Record<string, fc.Arbitrary<unknown>> = { type: fc.constant(type), ...required, ...optional };
  return fc.record(model, { requiredKeys: ['type', ...Object.keys(required)] });
}

const descriptive = {
  strategy: fc.constantFrom('canary', 'rolling', 'big-bang'),
  status: statuses,
  startedAt: times,
  finishedAt: times,
  region,
  replicas: fc.nat(9),
  kind: fc.constantFrom('configuration', 'application'),
  initiator: persons,
  parentId: deploymentIds,
  previousVersion: versions,
  planned: fc.boolean(),
  remediates: fc.array(incidentIds, { maxLength: 2 }),
  approvedBy: fc.array(persons, { maxLength: 2 }),
  message: texts,
  metadata: fc.dictionary(texts, fc.jsonValue(), { maxKeys: 2 }),
};
const anyClaim = fc.oneof(
  {
    weight: 4,
    arbitrary: claims(
      'deployment',
      { id: deploymentIds, service: services, version: versions, environment: environments },
      {
        ...descriptive,
        commits: fc.array(fc.record({ sha, committedAt: times }), { maxLength: 3 }),
        serviceType: fc.constantFrom('microservice', 'monolith'),
      },
    ),
  },
  {
    weight: 3,
    arbitrary: claims(
      'deployment-status',
      { deployment: deploymentIds },
      { status: statuses, at: times, message: texts },
    ),
  },
  claims(
    'correction',
    { deployment: deploymentIds, set: fc.record(descriptive, { requiredKeys: [] }), reason: texts },
    { at: times },
  ),
  claims(
    'rollback',
    { service: services, fromVersion: versions, toVersion: versions, reason: fc.constant('slow') },
    {
      environment: environments,
      region,
      at: times,
      deployment: deploymentIds,
      carriedOutBy: deploymentIds,
      initiator: persons,
      impact: fc.array(texts, { maxLength: 2 }),
    },
  ),
  claims('removal', { service: services, environment: environments }, { region, at: times }),
  claims(
    'incident',
    { id: incidentIds, service: services },
    { openedAt: times, resolvedAt: times, title: texts, causedBy: deploymentIds },
  ),
  claims('incident-resolution', { incident: incidentIds }, { at: times }),
  claims(
    'incident-attribution',
    { incident: incidentIds, deployment: deploymentIds },
    { at: times, initiator: persons },
  ),
  claims(
    'service',
    { name: services },
    { serviceType: fc.constant('serverless'), dependsOn: fc.array(services), owners: fc.constant(['team-a']) },
  ),
  claims(
    'environment',
    { name: environments },
    { order: fc.nat(99), limit: fc.constantFrom('90m', '1.5s'), tier: fc.constantFrom('production', 'testing') },
  ),
);

describe('the exported claims', () => {
  it('lead to the same ledger again, whatever was recorded in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyClaim, { maxLength: 40, size: 'max' }), async (recorded) => {
        const ledger = await told(recorded);
        const exported = await claimsOf(ledger);
        const copy = await openTestLedger(minutes(24 * 60));
        await copy.record(...exported);
        expect(await contents(copy)).toEqual(await contents(ledger));
        expect(await claimsOf(copy)).toEqual(exported);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('carry the commits of a deployment, however many facts they fill', async () => {
    const commits = Array.from({ length: 600 }, (_, i) => ({
      sha: i.toString(16).padStart(8, '0'),
      committedAt: '2026-01-14T09:00:00Z',
    }));
    const ledger = await told([deployed('a', { commits }), deployed('b')]);
    expect((await claimsOf(ledger)).map(({ id, commits }) => [id, commits])).toEqual([
      ['a', commits],
      ['b', undefined],
    ]);
  });

  it('leave out what was erased, and say so where there must be something', async () => {
    const ledger = await told([
      deployed('a', {
        initiator: 'alice',
        approvedBy: ['alice', 'bob'],
        message: 'by alice',
        metadata: { by: 'alice' },
      }),
      { type: 'deployment-status', deployment: 'a', message: 'alice is on it', at: minutes(1) },
      { type: 'deployment-status', deployment: 'a', status: 'success', message: 'thanks to alice', at: minutes(2) },
      {
        type: 'correction',
        deployment: 'a',
        set: { initiator: 'alice', metadata: { by: 'alice' } },
        reason: 'it was alice',
        at: minutes(3),
      },
      { ...rollback, id: 'r', reason: 'alice said so', initiator: 'alice', impact: ['alice'], at: minutes(4) },
    ]);
    const openings = await all(ledger.store.openings(0, 5));
    const erased = openings.filter(({ path }) => path !== '/data/approvedBy/1');
    await ledger.store.transact((transaction) => transaction.erase(erased, []));
    const claims = await claimsOf(ledger);
    expect(claims.map(({ id, at, deployment, ...said }) => said)).toEqual([
      { ...deployed('a'), id: undefined, status: 'success', strategy: 'rolling', approvedBy: ['(erased)', 'bob'] },
      { type: 'deployment-status', message: '(erased)' },
      { type: 'deployment-status', status: 'success' },
      { type: 'correction', set: { initiator: '(erased)', metadata: {} }, reason: '(erased)' },
      { ...rollback, reason: '(erased)', trigger: 'manual' },
    ]);
    await expect(told(claims).then(claimsOf)).resolves.toEqual(claims);
  });
});

describe('the exported claims of a choice', () => {
  const ledger = () =>
    told([
      { type: 'service', name: 'api', owners: ['team-a'] },
      { type: 'service', name: 'web', owners: ['team-b'] },
      deployed('a', { finishedAt: minutes(10) }),
      deployed('b', { service: 'web', environment: 'prod-eu', finishedAt: minutes(20) }),
      { type: 'deployment-status', deployment: 'a', message: 'late word', at: minutes(50) },
      { type: 'incident', id: 'INC-1', service: 'web', openedAt: minutes(30) },
      { type: 'incident-resolution', incident: 'INC-1', at: minutes(60) },
      { ...rollback, at: minutes(40) },
    ]);
  const named = (claim: Readonly<Record<string, unknown>>) =>
    `${claim['type']} ${claim['id'] ?? claim['deployment'] ?? claim['incident'] ?? claim['name']}`;
  const chosen = async (options: ExportOptions) => (await claimsOf(await ledger(), options)).map(named);

  it('are all that is known of a service', async () => {
    expect(await chosen({ service: 'web' })).toEqual([
      'service web',
      'environment prod-eu',
      'deployment b',
      'incident INC-1',
      'incident-resolution INC-1',
    ]);
  });

  it('are all that happened in an environment, and every service', async () => {
    expect(await chosen({ environment: 'prod-eu' })).toEqual([
      'service api',
      'service web',
      'environment prod-eu',
      'deployment b',
    ]);
    await expect(chosen({ environment: 'prodeu' })).rejects.toThrow('did you mean "prod-eu"?');
  });

  it('are whole stories of the things of a time, late words included, and every registration', async () => {
    expect(await chosen({ fromMs: minutes(0), toMs: minutes(20) })).toEqual([
      'service api',
      'service web',
      'deployment a',
      'environment prod-eu',
      'deployment-status a',
    ]);
    expect((await chosen({ fromMs: minutes(30) })).slice(3)).toEqual([
      'incident INC-1',
      'incident-resolution INC-1',
      expect.stringMatching(/^rollback /),
    ]);
  });
});

const deployed = (id: string, more: object = {}) => ({
  type: 'deployment',
  id,
  service: 'api',
  version: '2',
  environment: 'production',
  finishedAt: '2026-01-15T10:00:00Z',
  ...more,
});
const rollback = {
  type: 'rollback',
  service: 'api',
  environment: 'production',
  fromVersion: '2',
  toVersion: '1',
  reason: 'slow',
};
