import { beforeEach, describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import type { IncidentQuery } from '../queries.ts';
import { listIncidents } from './list-incidents.ts';

const start = Date.parse('2026-01-15T10:00:00Z');
const minutes = (count: number) => start + count * 60_000;

let ledger: TestLedger;
const list = async (query: IncidentQuery, nowMs = minutes(60)) =>
  (await listIncidents(ledger.store, query, nowMs)).items;
const idsOf = async (query: IncidentQuery, nowMs?: number) => (await list(query, nowMs)).map(({ id }) => id);

beforeEach(async () => {
  ledger = await openTestLedger(start);
  await ledger.record(
    {
      type: 'incident',
      id: 'INC-1',
      service: 'api',
      openedAt: minutes(1),
      resolvedAt: minutes(31),
      severity: 'critical',
      title: 'Down',
    },
    { type: 'incident', id: 'INC-2', service: 'web', environment: 'staging', openedAt: minutes(2) },
  );
});

describe('the list of incidents', () => {
  it('has the one opened last first, with what it took', async () => {
    expect(await list({})).toMatchObject([
      { id: 'INC-2', title: null, resolvedAt: null, durationMs: null },
      { id: 'INC-1', title: 'Down', severity: 'critical', durationMs: 1_800_000 },
    ]);
  });

  it('has only those that are not over when asked for the open ones', async () => {
    expect(await idsOf({ open: true })).toEqual(['INC-2']);
    expect(await idsOf({ open: true }, minutes(30))).toEqual(['INC-2', 'INC-1']);
  });

  it('filters by service, environment, severity and the time of opening', async () => {
    expect(await idsOf({ service: 'api' })).toEqual(['INC-1']);
    expect(await idsOf({ environment: 'staging' })).toEqual(['INC-2']);
    expect(await idsOf({ severity: 'Critical' })).toEqual(['INC-1']);
    expect(await idsOf({ fromMs: minutes(2) })).toEqual(['INC-2']);
    await expect(idsOf({ severity: 'critcal' })).rejects.toThrow('did you mean "critical"?');
  });

  it('goes on behind its cursor', async () => {
    const first = await listIncidents(ledger.store, { limit: 1 }, start);
    expect(await idsOf({ limit: 1, cursor: first.next ?? '' })).toEqual(['INC-1']);
  });
});
