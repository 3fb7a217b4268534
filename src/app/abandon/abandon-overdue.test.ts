import { beforeEach, describe, expect, it } from 'vitest';
import { noon } from '../../../test/support/decisions.ts';
import { type OpenedLedger, openOver } from '../../../test/support/ledgers.ts';
import { openSqlite } from '../../storage/sqlite/open-sqlite.ts';

const hour = 3_600_000;
const open = () => openSqlite(':memory:', { mode: 'create' });

let ledger: OpenedLedger;
beforeEach(async () => {
  ledger = await openOver(await open(), { scratch: open });
});

const start = (id: string, more: object = {}) =>
  ledger.take({
    type: 'deployment',
    id,
    service: 'api',
    version: '1',
    environment: 'production',
    status: 'in-progress',
    ...more,
  });
const report = (deployment: string, more: object) => ledger.take({ type: 'deployment-status', deployment, ...more });
const statusOf = async (id: string) => (await ledger.deployment(id)).status;
const abandonAfter = async (hours: number, most?: number) => {
  ledger.time.nowMs = noon + hours * hour;
  return ledger.abandonOverdue({ most });
};
const abandonments = async (id: string) =>
  (await ledger.deployment(id)).facts.filter(({ type }) => type === 'deployment.abandoned');

describe('a deployment of which nothing more is heard', () => {
  it('is abandoned at its deadline, once, and is no failure', async () => {
    await start('d1');
    await start('d2', { status: 'pending' });
    expect(await abandonAfter(23.9)).toBe(0);
    expect(await abandonAfter(40)).toBe(2);
    expect(await abandonAfter(80)).toBe(0);
    expect(await abandonments('d1')).toMatchObject([
      {
        occurredAt: '2026-01-16T12:00:00Z',
        recordedAt: '2026-01-17T04:00:00Z',
        source: 'deadline',
        data: { deployment: 'd1', lastHeardAt: '2026-01-15T12:00:00Z' },
      },
    ]);
    expect([await statusOf('d1'), await statusOf('d2')]).toEqual(['abandoned', 'abandoned']);
  });

  it('counts in no rate', async () => {
    await start('d1');
    await start('d2', { status: 'success' });
    await abandonAfter(30);
    const window = { fromMs: noon - hour, toMs: noon + 48 * hour, tz: 'UTC', groupBy: [] };
    const { groups, excluded } = await ledger.metrics({ metrics: ['success-rate'], ...window });
    expect(groups[0]?.metrics['success-rate']).toMatchObject({ value: 1, denominator: 1 });
    expect(excluded).toMatchObject({ abandoned: 1 });
  });

  it('has as long as its environment allows, counted from the last word', async () => {
    await ledger.take({ type: 'environment', name: 'preview', limit: '1h' });
    await ledger.take({ type: 'environment', name: 'staging', limit: '7d' });
    await start('quick', { environment: 'preview' });
    await start('slow', { environment: 'staging' });
    await start('heard');
    await report('heard', { at: noon + 20 * hour, percentage: 50 });
    expect(await abandonAfter(1)).toBe(1);
    expect(await abandonAfter(43.9)).toBe(0);
    expect(await abandonAfter(44)).toBe(1);
    expect([await statusOf('quick'), await statusOf('slow'), await statusOf('heard')]).toEqual([
      'abandoned',
      'in-progress',
      'abandoned',
    ]);
  });

  it('is overdue at once when it was recorded long after', async () => {
    await start('d1', { startedAt: '2022-03-01T10:00:00Z' });
    expect(await abandonAfter(0)).toBe(1);
    expect(await abandonments('d1')).toMatchObject([{ occurredAt: '2022-03-02T10:00:00Z' }]);
  });

  it('still succeeds, fails or goes on when a late report says so', async () => {
    for (const id of ['ended', 'ended-before', 'goes-on']) await start(id);
    await abandonAfter(30);
    await report('ended', { status: 'success', at: noon + 29 * hour });
    await report('ended-before', { status: 'failure', at: noon + hour });
    await report('goes-on', { percentage: 60 });
    expect(await Promise.all(['ended', 'ended-before', 'goes-on'].map(statusOf))).toEqual([
      'success',
      'failure',
      'in-progress',
    ]);
    expect(await abandonAfter(54)).toBe(1);
    expect(await abandonments('goes-on')).toHaveLength(2);
  });

  it('is not abandoned again when a person decided that it goes on', async () => {
    await start('d1');
    await abandonAfter(30);
    await ledger.take({ type: 'correction', deployment: 'd1', set: { status: 'in-progress' }, reason: 'it waits' });
    expect(await abandonAfter(60)).toBe(0);
    expect(await statusOf('d1')).toBe('in-progress');
  });
});

describe('what is overdue', () => {
  it('is seen to a part at a time, the longest under way first, until nothing is left', async () => {
    for (let i = 0; i < 150; i++) await start(`d${i}`, { startedAt: noon + i });
    await ledger.take({ type: 'environment', name: 'staging', limit: '70d' });
    for (let i = 0; i < 70; i++) await start(`s${i}`, { environment: 'staging', startedAt: noon - i });
    expect(await abandonAfter(48, 100)).toBe(100);
    expect([await statusOf('d99'), await statusOf('d100')]).toEqual(['abandoned', 'in-progress']);
    expect([await abandonAfter(48, 100), await abandonAfter(48, 100)]).toEqual([50, 0]);
    expect(await ledger.verify({})).toMatchObject({ ok: true });
  });

  it('is seen to after an import, whose checkpoint covers it', async () => {
    const claim = {
      type: 'deployment',
      service: 'api',
      version: '1',
      environment: 'production',
      status: 'pending',
    } as const;
    async function* readings() {
      for (let line = 1; line <= 300; line++) yield { line, claim: { ...claim, startedAt: '2022-03-01' } };
    }
    await ledger.importFrom(readings(), { source: 'test', dryRun: true });
    expect(await ledger.size()).toBe(0);
    expect(await ledger.importFrom(readings(), { source: 'test' })).toMatchObject({ recorded: 300 });
    expect(await ledger.size()).toBe(600);
    expect((await ledger.checkpoint()).split('\n')[1]).toBe('600');
  });

  it('is recorded by one of two that find it at once', async () => {
    await start('d1');
    ledger.time.nowMs = noon + 30 * hour;
    const other = await openOver(ledger.store, { scratch: open, keys: ledger.keys, time: ledger.time, seed: 'other' });
    const counts = await Promise.all([ledger.abandonOverdue({}), other.abandonOverdue({ sign: true })]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await abandonments('d1')).toHaveLength(1);
  });

  it('is signed for when that is asked for, and only then', async () => {
    await start('d1');
    await abandonAfter(30);
    expect(await ledger.store.latestCheckpoint()).toBeUndefined();
    await start('d2');
    ledger.time.nowMs += 30 * hour;
    await ledger.abandonOverdue({ sign: true });
    expect(await ledger.store.latestCheckpoint()).toMatchObject({ size: 4 });
  });
});
