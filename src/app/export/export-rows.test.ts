import { describe, expect, it } from 'vitest';
import { openTestLedger } from '../../../test/support/test-ledger.ts';
import { exportDeployments, exportIncidents, exportRollbacks } from './export-rows.ts';

const start = Date.parse('2026-01-15T10:00:00Z');
const minutes = (count: number) => start + count * 60_000;
const deployed = (id: string, minute: number, more: object = {}) => ({
  type: 'deployment',
  id,
  service: 'api',
  version: '1',
  environment: 'production',
  finishedAt: minutes(minute),
  ...more,
});

async function idsOf(views: AsyncIterable<{ readonly id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of views) ids.push(id);
  return ids;
}

describe('the exported deployments', () => {
  it('are all of them, oldest first, over as many pages as it takes', async () => {
    const { store, record } = await openTestLedger(start);
    const ids = Array.from({ length: 1001 }, (_, i) => `d${String(i).padStart(4, '0')}`);
    await record(...ids.map((id, i) => deployed(id, Math.floor(i / 3), { service: `s${i % 50}` })));
    expect(await idsOf(exportDeployments(store, {}))).toEqual(ids);
  });

  it('are those of a service, an environment and a time', async () => {
    const { store, record } = await openTestLedger(start);
    await record(deployed('a', 1), deployed('b', 2, { service: 'web' }), deployed('c', 3, { environment: 'staging' }));
    expect(await idsOf(exportDeployments(store, { service: 'web' }))).toEqual(['b']);
    expect(await idsOf(exportDeployments(store, { environment: 'staging' }))).toEqual(['c']);
    expect(await idsOf(exportDeployments(store, { fromMs: minutes(2), toMs: minutes(3) }))).toEqual(['b']);
    await expect(idsOf(exportDeployments(store, { environment: 'stagin' }))).rejects.toThrow('did you mean "staging"?');
    await expect(idsOf(exportDeployments(store, { fromMs: 2, toMs: 1 }))).rejects.toThrow('holds no time');
  });

  it('are as they were known when the export began, whatever is recorded meanwhile', async () => {
    const { store, record } = await openTestLedger(start);
    const ids = Array.from({ length: 600 }, (_, i) => `d${i}`);
    await record(...ids.map((id, i) => deployed(id, i, { service: id })));
    const seen: string[] = [];
    for await (const { id } of exportDeployments(store, {})) {
      if (seen.push(id) === 1) await record(deployed('late', 900), deployed('early', -1));
    }
    expect(seen).toEqual(ids);
  });
});

describe('the exported rollbacks and incidents', () => {
  it('are all of them, oldest first', async () => {
    const { store, record } = await openTestLedger(start);
    const rollback = { type: 'rollback', service: 'api', environment: 'production', fromVersion: '2', toVersion: '1' };
    const incident = { type: 'incident', service: 'api' };
    await record(
      { ...rollback, id: 'r2', reason: 'slow', at: minutes(2) },
      { ...rollback, id: 'r1', reason: 'slow', at: minutes(1) },
      { ...incident, id: 'i2', openedAt: minutes(2) },
      { ...incident, id: 'i1', openedAt: minutes(1) },
    );
    expect(await idsOf(exportRollbacks(store, {}))).toEqual(['r1', 'r2']);
    expect(await idsOf(exportIncidents(store, { toMs: minutes(2) }))).toEqual(['i1']);
  });
});
