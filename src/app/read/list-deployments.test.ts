import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import type { DeploymentQuery } from '../queries.ts';
import { listDeployments } from './list-deployments.ts';

const start = Date.parse('2026-01-15T10:00:00Z');
const minutes = (count: number) => start + count * 60_000;

let ledger: TestLedger;
const idsOf = async (query: DeploymentQuery) => (await listDeployments(ledger.store, query)).items.map(({ id }) => id);
const deployment = (id: string, minute: number, more: object = {}) => ({
  type: 'deployment',
  id,
  service: 'api',
  version: `1.${minute}.0`,
  environment: 'production',
  finishedAt: minutes(minute),
  ...more,
});

beforeEach(async () => {
  ledger = await openTestLedger(start);
});

describe('the list of deployments', () => {
  it('has the newest first', async () => {
    await ledger.record(deployment('b', 2), deployment('a', 1), deployment('c', 3));
    expect(await idsOf({})).toEqual(['c', 'b', 'a']);
  });

  it('shows what was sealed, the leaf hash and what the lane adds', async () => {
    const more = { initiator: 'alice', approvedBy: ['bob', 'carol'], message: 'Hotfix', metadata: { run: 7 } };
    const [, recorded] = await ledger.record(
      deployment('before', 1),
      deployment('a', 2, { startedAt: minutes(1), region: undefined, ...more }),
    );
    const { items } = await listDeployments(ledger.store, { limit: 1 });
    expect(items).toMatchObject([{ id: 'a', ...more, durationMs: 60_000, previousVersion: '1.1.0', region: null }]);
    expect(items[0]).toMatchObject({ index: recorded?.index, leafHash: recorded?.leafHash });
  });

  it('shows null for a sealed value that was erased, but still counts the approval', async () => {
    await ledger.record(deployment('a', 1, { initiator: 'alice', approvedBy: ['bob', 'carol'] }));
    await ledger.store.transact((transaction) =>
      transaction.erase(
        [
          { index: 0, path: '/data/initiator' },
          { index: 0, path: '/data/approvedBy/0' },
        ],
        [],
      ),
    );
    const { items } = await listDeployments(ledger.store, {});
    expect(items).toMatchObject([{ initiator: null, approvedBy: [expect.stringMatching(/^actor-/), 'carol'] }]);
  });

  it('reads all openings and leaf hashes of a page with one query each', async () => {
    await ledger.record(deployment('a', 1, { initiator: 'alice' }), deployment('b', 2, { initiator: 'bob' }));
    const asked: string[] = [];
    const counting = new Proxy(ledger.store, {
      get: (store, name) => {
        asked.push(String(name));
        const member: unknown = Reflect.get(store, name);
        return typeof member === 'function' ? member.bind(store) : member;
      },
    });
    await listDeployments(counting, {});
    expect(asked.toSorted()).toEqual(['commitCounts', 'deployments', 'leafHashesOf', 'openingsOf']);
  });

  it('goes on where its cursor says, until nothing is left', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 5 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (times, limit) => {
          ledger = await openTestLedger(start);
          await ledger.record(...times.map((minute, i) => deployment(`d${i}`, minute)));
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const { items, next } = await listDeployments(ledger.store, { limit, cursor });
            expect(items.length).toBeLessThanOrEqual(limit);
            seen.push(...items.map(({ id }) => id));
            cursor = next ?? undefined;
          } while (cursor !== undefined);
          expect(seen).toEqual(await idsOf({}));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('refuses the cursor of a list with other filters, though times may have moved on', async () => {
    await ledger.record(deployment('a', 1), deployment('b', 2));
    const { next } = await listDeployments(ledger.store, { limit: 1, service: 'api', fromMs: start });
    const cursor = next ?? '';
    expect(await idsOf({ limit: 1, service: 'api', fromMs: start + 1, cursor })).toEqual(['a']);
    await expect(idsOf({ cursor })).rejects.toThrow('the cursor belongs to a list with other filters');
    await expect(idsOf({ cursor: 'nonsense' })).rejects.toThrow('"nonsense" is not a cursor');
  });

  it('refuses a limit that is no number of rows', async () => {
    await expect(idsOf({ limit: 0 })).rejects.toThrow('0 is not a number of rows');
    await expect(idsOf({ limit: 1.5 })).rejects.toThrow('1.5 is not a number of rows');
  });

  it('filters by what was asked for, in any spelling', async () => {
    await ledger.record(
      deployment('a', 1, { strategy: 'blue-green', initiator: 'Zoe\u0301', kind: 'configuration' }),
      deployment('b', 2, { status: 'failure', environment: 'staging' }),
      deployment('c', 3, { service: 'web', region: 'eu' }),
    );
    expect(await idsOf({ status: 'Failed' })).toEqual(['b']);
    expect(await idsOf({ strategy: 'Blue_Green' })).toEqual(['a']);
    expect(await idsOf({ kind: 'configuration' })).toEqual(['a']);
    expect(await idsOf({ initiator: 'Zo\u00e9' })).toEqual(['a']);
    expect(await idsOf({ environment: 'staging' })).toEqual(['b']);
    expect(await idsOf({ region: 'eu' })).toEqual(['c']);
    expect(await idsOf({ fromMs: minutes(2), toMs: minutes(3) })).toEqual(['b']);
  });

  it('is empty for a person or a service that nobody knows', async () => {
    await ledger.record(deployment('a', 1, { initiator: 'alice' }));
    expect([await idsOf({ initiator: 'mallory' }), await idsOf({ service: 'wep' })]).toEqual([[], []]);
  });

  it('refuses an environment or a status that does not exist, and says which was meant', async () => {
    await expect(idsOf({ environment: 'prodution' })).rejects.toThrow(
      'unknown environment "prodution"; did you mean "production"?',
    );
    await expect(idsOf({ status: 'sucess' })).rejects.toThrow('unknown status "sucess"; did you mean "success"?');
    await expect(idsOf({ fromMs: 2000, toMs: 1000 })).rejects.toThrow('holds no time');
  });
});

describe('the list of deployments as of a moment', () => {
  const statusAt = async (asOfMs: number) => {
    const { items } = await listDeployments(ledger.store, { asOfMs, service: 'web' });
    return items.map(({ status, startedAt, finishedAt, rolledBackAt, rolledBackBy }) => [
      status,
      ...[startedAt, finishedAt, rolledBackAt, rolledBackBy].map((value) => value !== null),
    ]);
  };

  it('shows what had happened by then, and nothing that came later', async () => {
    await ledger.record(deployment('a', 10, { service: 'web', startedAt: minutes(5) }), {
      type: 'rollback',
      service: 'web',
      environment: 'production',
      fromVersion: '1.10.0',
      toVersion: '1.0.0',
      reason: 'slow',
      at: minutes(20),
    });
    expect(await statusAt(minutes(4))).toEqual([]);
    expect(await statusAt(minutes(5))).toEqual([['in-progress', true, false, false, false]]);
    expect(await statusAt(minutes(10))).toEqual([['success', true, true, false, false]]);
    expect(await statusAt(minutes(20))).toEqual([['rolled-back', true, true, true, true]]);
  });

  it('chooses by the status of then', async () => {
    await ledger.record(deployment('a', 10, { service: 'web', startedAt: minutes(5) }));
    expect(await idsOf({ status: 'in-progress', asOfMs: minutes(7) })).toEqual(['a']);
    expect(await idsOf({ status: 'success', asOfMs: minutes(7) })).toEqual([]);
  });
});

describe('the list of deployments as known at', () => {
  it('an index shows what the facts up to it said', async () => {
    await ledger.record(deployment('a', 1), {
      type: 'correction',
      deployment: 'a',
      set: { version: '9.9.9' },
      reason: 'typing error',
    });
    const versionAt = async (index: number) =>
      (await listDeployments(ledger.store, { knownAt: { index } })).items.map(({ version }) => version);
    expect([await versionAt(0), await versionAt(1)]).toEqual([['1.1.0'], ['9.9.9']]);
  });

  it('a time shows what was recorded by then', async () => {
    await ledger.record(deployment('a', 1), deployment('b', 2));
    expect(await idsOf({ knownAt: { ms: start } })).toEqual([]);
    expect(await idsOf({ knownAt: { ms: start + 1000 } })).toEqual(['a']);
    expect(await idsOf({ knownAt: { ms: start + 9000 } })).toEqual(['b', 'a']);
  });

  it('an index beyond the log is refused, naming its size', async () => {
    await ledger.record(deployment('a', 1));
    await expect(idsOf({ knownAt: { index: 1 } })).rejects.toThrow('the log has no fact 1: its size is 1');
    await expect(idsOf({ knownAt: { index: -1 } })).rejects.toThrow('the log has no fact -1');
  });
});
