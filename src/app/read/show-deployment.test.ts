import { beforeEach, describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import { verifyProofFile } from '../log/prove.ts';
import { showDeployment } from './show-deployment.ts';

const start = Date.parse('2026-01-15T10:00:00Z');
const minutes = (count: number) => start + count * 60_000;
const api = { type: 'deployment', service: 'api', environment: 'production' } as const;

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openTestLedger(start);
});

describe('a deployment in detail', () => {
  it('has its facts in the order of the log, as they are stored', async () => {
    await ledger.record(
      { ...api, id: 'a', version: '1', status: 'in-progress', startedAt: minutes(1), message: 'Off we go' },
      { ...api, id: 'other', version: '0', finishedAt: minutes(1) },
      { type: 'deployment-status', deployment: 'a', status: 'success', at: minutes(3) },
    );
    const { facts, status, message } = await showDeployment(ledger.store, 'a', undefined);
    expect(facts.map(({ index, type }) => [index, type])).toEqual([
      [0, 'deployment.recorded'],
      [2, 'deployment.finished'],
    ]);
    expect(facts[0]).toMatchObject({
      source: 'test',
      recordedAt: '2026-01-15T10:00:01Z',
      leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(facts[0]?.data['message']).toEqual({ sealed: expect.stringMatching(/^[\w-]{43}$/) });
    expect([status, message]).toEqual(['success', 'Off we go']);
  });

  it('lists all commits that it shipped', async () => {
    const commits = Array.from({ length: 300 }, (_, i) => ({
      sha: i.toString(16).padStart(8, '0'),
      committedAt: '2026-01-14T09:00:00Z',
    }));
    await ledger.record({ ...api, id: 'a', version: '1', commits });
    const detail = await showDeployment(ledger.store, 'a', undefined);
    expect([detail.commits, detail.commitCount]).toEqual([commits, 300]);
  });

  it('shows what undid it, what it broke and where it went', async () => {
    await ledger.record(
      { ...api, id: 'a', version: '2', finishedAt: minutes(1) },
      { ...api, id: 'eu', version: '2', region: 'eu', parentId: 'a', finishedAt: minutes(1) },
      { ...api, id: 'next', service: 'web', version: '2', parentId: 'a', finishedAt: minutes(2) },
      { type: 'incident', id: 'INC-7', service: 'web', openedAt: minutes(3), title: 'Errors', causedBy: 'a' },
      { type: 'incident', id: 'INC-8', service: 'web', openedAt: minutes(3) },
      { ...rollback, id: 'back', deployment: 'a', at: minutes(5) },
    );
    const detail = await showDeployment(ledger.store, 'a', undefined);
    expect(detail).toMatchObject({
      status: 'rolled-back',
      rollback: { id: 'back', reason: 'memory leak', at: '2026-01-15T10:05:00Z' },
      incidents: [{ id: 'INC-7', title: 'Errors' }],
      targets: [{ id: 'eu', region: 'eu' }],
    });
    expect([detail.incidents.length, detail.targets.length]).toEqual([1, 1]);
  });

  it('shows what was known then, and nothing of what was learnt later', async () => {
    await ledger.record(
      { ...api, id: 'a', version: '2', finishedAt: minutes(1) },
      { ...rollback, id: 'back', deployment: 'a', at: minutes(5) },
      { type: 'deployment-status', deployment: 'a', message: 'It was the cache', at: minutes(6) },
    );
    const then = await showDeployment(ledger.store, 'a', { index: 0 });
    expect(then).toMatchObject({ status: 'success', rollback: null, message: null });
    expect(then.facts).toHaveLength(1);
    await expect(showDeployment(ledger.store, 'a', { ms: start })).rejects.toThrow(
      'was known when the log had 0 facts',
    );
  });

  it('is proved against the latest checkpoint, as soon as one covers it', async () => {
    await ledger.record({ ...api, id: 'a', version: '1' });
    expect((await showDeployment(ledger.store, 'a', undefined)).proof).toBeNull();
    await ledger.recordSigned({ ...api, id: 'b', version: '2' });
    const { proof } = await showDeployment(ledger.store, 'a', undefined);
    const { verifierKey = '' } = (await ledger.store.identity()) ?? {};
    expect(verifyProofFile(proof ?? '', verifierKey)).toMatchObject({
      index: 0,
      size: 2,
      fact: { type: 'deployment.recorded' },
    });
  });

  it('is not found under an id that nobody recorded', async () => {
    await expect(showDeployment(ledger.store, 'nope', undefined)).rejects.toThrow('no deployment "nope" is recorded');
  });
});

const rollback = {
  type: 'rollback',
  service: 'api',
  environment: 'production',
  fromVersion: '2',
  toVersion: '1',
  reason: 'memory leak',
} as const;
