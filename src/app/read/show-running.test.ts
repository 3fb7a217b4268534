import { beforeEach, describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import type { RunningQuery } from '../queries.ts';
import { showDifferences } from './show-differences.ts';
import { showRunning } from './show-running.ts';

const start = Date.parse('2026-01-15T10:00:00Z');
const minutes = (count: number) => start + count * 60_000;
const deployed = (service: string, version: string, minute: number, more: object = {}) => ({
  type: 'deployment',
  id: `${service}-${version}-${minute}`,
  service,
  version,
  environment: 'production',
  finishedAt: minutes(minute),
  ...more,
});

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openTestLedger(start);
});

describe('what runs', () => {
  const versions = async (query: RunningQuery) =>
    (await showRunning(ledger.store, query, minutes(60))).map(({ service, region, version }) => [
      service,
      region,
      version,
    ]);

  it('is shown by service and region, with since when', async () => {
    await ledger.record(
      deployed('web', '3', 1),
      deployed('api', '1', 2, { region: 'eu' }),
      deployed('api', '2', 3, { region: 'eu' }),
    );
    expect(await versions({})).toEqual([
      ['api', 'eu', '2'],
      ['web', null, '3'],
    ]);
    expect(await showRunning(ledger.store, { service: 'web' }, start)).toMatchObject([
      { since: '2026-01-15T10:01:00Z', deployment: 'web-3-1', health: 'ok' },
    ]);
  });

  it('is shown as of a moment and as known at an index', async () => {
    await ledger.record(deployed('api', '1', 1), deployed('api', '2', 5));
    expect(await versions({ asOfMs: minutes(4) })).toEqual([['api', null, '1']]);
    expect(await versions({ knownAt: { index: 0 } })).toEqual([['api', null, '1']]);
    expect(await versions({ asOfMs: minutes(0) })).toEqual([]);
  });

  it('refuses an environment that nobody registered', async () => {
    await expect(versions({ environment: 'prod' })).rejects.toThrow('did you mean "production"?');
  });
});

describe('the health of what runs', () => {
  const healthAt = async (asOfMs?: number) =>
    (await showRunning(ledger.store, { service: 'api', asOfMs }, minutes(60)))[0]?.health;

  it('is an incident while one is open in the same service and environment', async () => {
    await ledger.record(
      deployed('api', '1', 1),
      { type: 'incident', service: 'api', environment: 'production', openedAt: minutes(10), resolvedAt: minutes(20) },
      { type: 'incident', service: 'api', environment: 'staging', openedAt: minutes(1) },
      { type: 'incident', service: 'web', environment: 'production', openedAt: minutes(1) },
    );
    expect([await healthAt(minutes(9)), await healthAt(minutes(15)), await healthAt()]).toEqual([
      'ok',
      'incident',
      'ok',
    ]);
  });

  it('is partial when only a part of it arrived', async () => {
    await ledger.record(deployed('api', '1', 1, { status: 'partial' }));
    expect(await healthAt()).toBe('partial');
  });

  it('is unknown when nobody recorded how the version came there', async () => {
    await ledger.record(deployed('api', '2', 1), {
      type: 'rollback',
      service: 'api',
      environment: 'production',
      fromVersion: '2',
      toVersion: '1',
      reason: 'slow',
      at: minutes(2),
    });
    expect(await healthAt()).toBe('unknown');
  });
});

describe('the differences between two sides', () => {
  it('are shown for everything that runs on either, by service and region', async () => {
    const staging = { environment: 'staging' };
    await ledger.record(
      deployed('same', '1', 1),
      deployed('same', '1', 1, { id: 's', ...staging }),
      deployed('api', '1', 1),
      deployed('api', '2', 2, staging),
      deployed('old', '1', 1),
      deployed('new', '1', 1, { ...staging, region: 'eu' }),
    );
    expect(await showDifferences(ledger.store, { environment: 'production' }, staging)).toEqual([
      { service: 'api', region: null, a: '1', b: '2', change: 'changed' },
      { service: 'new', region: 'eu', a: null, b: '1', change: 'only-b' },
      { service: 'old', region: null, a: '1', b: null, change: 'only-a' },
      { service: 'same', region: null, a: '1', b: '1', change: 'same' },
    ]);
  });

  it('are shown between two moments of one environment', async () => {
    await ledger.record(deployed('api', '1', 1), deployed('api', '2', 5));
    const side = { environment: 'production' };
    expect(await showDifferences(ledger.store, { ...side, asOfMs: minutes(2) }, side)).toMatchObject([
      { a: '1', b: '2' },
    ]);
  });
});
