import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import { listIncidents } from './list-incidents.ts';
import { loadChanges } from './load-changes.ts';
import { showDeployment } from './show-deployment.ts';

const start = Date.parse('2026-01-15T00:00:00Z');
const hours = (count: number) => start + count * 3_600_000;

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openTestLedger(hours(200));
});

const deployed = (id: string, at: number, more: Partial<Extract<ClaimInput, { type: 'deployment' }>> = {}) =>
  ({
    type: 'deployment',
    id,
    service: 'api',
    version: id,
    environment: 'production',
    finishedAt: hours(at),
    ...more,
  }) as const;
const broke = (at: number, more: Partial<Extract<ClaimInput, { type: 'incident' }>> = {}) =>
  ({ type: 'incident', id: 'INC-1', service: 'api', openedAt: hours(at), ...more }) as const;
const attribution = async (index?: number) => {
  const { items } = await listIncidents(ledger.store, index === undefined ? {} : { knownAt: { index } }, hours(300));
  return items[0]?.attribution;
};
const failed = async () => {
  const window = { fromMs: hours(0), toMs: hours(100) };
  const scope = { service: undefined, environments: ['production'], window, knownAt: undefined };
  return (await loadChanges(ledger.store, scope)).filter((change) => change.failed).map(({ id }) => id);
};

describe('the attribution of an incident', () => {
  it('passes over what failed, what is a target and what carried out a rollback', async () => {
    await ledger.record(
      deployed('v1', 1),
      deployed('v2', 2),
      deployed('target', 2.1, { parentId: 'v2', region: 'eu' }),
      deployed('broken', 3, { status: 'failure' }),
      deployed('back', 4, { version: 'v1' }),
      {
        type: 'rollback',
        service: 'api',
        environment: 'production',
        fromVersion: 'v2',
        toVersion: 'v1',
        reason: 'slow',
        at: hours(4),
        carriedOutBy: 'back',
      },
      broke(5),
    );
    expect(await attribution()).toMatchObject({ deployment: 'v2', by: 'derived', confidence: 'low' });
  });

  it('follows what the service depended on when the incident opened', async () => {
    await ledger.record(
      { type: 'service', name: 'api', dependsOn: ['db'], at: hours(10) },
      { type: 'service', name: 'api', dependsOn: ['cache'], at: hours(20) },
      deployed('cache', 30, { service: 'cache' }),
      deployed('db', 31, { service: 'db' }),
      broke(32),
    );
    expect(await attribution()).toMatchObject({ deployment: 'cache' });
    const early = [deployed('db-early', 1, { service: 'db' }), broke(2, { id: 'INC-0' })];
    await ledger.record(...early);
    const { items } = await listIncidents(ledger.store, {}, hours(300));
    expect(items.map(({ id, attribution }) => [id, attribution.deployment])).toEqual([
      ['INC-1', 'cache'],
      ['INC-0', 'db-early'],
    ]);
  });

  it('is what was known at the time that is asked for', async () => {
    await ledger.record(deployed('v1', 1), broke(3), deployed('late', 2));
    expect(await attribution(1)).toMatchObject({ deployment: 'v1' });
    expect(await attribution()).toMatchObject({ deployment: 'late' });
  });

  it('is derived until a person decides, who may change the decision', async () => {
    await ledger.record(deployed('v1', 1), deployed('v2', 2), broke(3));
    expect(await attribution()).toMatchObject({ deployment: 'v2', by: 'derived' });
    await ledger.record({ type: 'incident-attribution', incident: 'INC-1', deployment: 'v1', at: hours(4) });
    expect(await attribution()).toMatchObject({ deployment: 'v1', confidence: 'confirmed' });
    await ledger.record({ type: 'incident-attribution', incident: 'INC-1', noDeployment: true, at: hours(5) });
    expect(await attribution()).toMatchObject({ deployment: null, by: 'named', confidence: 'confirmed' });
    expect(await failed()).toEqual([]);
    await ledger.record({ type: 'incident-attribution', incident: 'INC-1', deployment: 'v2', at: hours(6) });
    expect(await attribution()).toMatchObject({ deployment: 'v2', by: 'named' });
  });

  it('makes a failed change, and shows among the incidents of its deployment only', async () => {
    await ledger.record(deployed('v1', 1), deployed('v2', 2), broke(3), broke(27, { id: 'INC-2' }));
    expect(await failed()).toEqual(['v2']);
    const incidents = async (id: string) => (await showDeployment(ledger.store, id, undefined)).incidents;
    expect(await incidents('v1')).toEqual([]);
    expect(await incidents('v2')).toMatchObject([{ id: 'INC-1', causedBy: null, attribution: { by: 'derived' } }]);
  });

  it('reads nothing but candidates, however many deployments there are', async () => {
    await ledger.record(...Array.from({ length: 60 }, (_, i) => deployed(`v${i}`, i * 2)), broke(121));
    const asked = vi.spyOn(ledger.store, 'deployments');
    await listIncidents(ledger.store, {}, hours(300));
    expect(asked.mock.calls).toEqual([
      [{ service: 'api', environments: ['production'], fromMs: hours(97), toMs: hours(121) + 1, knownAt: undefined }],
    ]);
  });
});
