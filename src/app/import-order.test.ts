import { describe, expect, it } from 'vitest';
import type { ClaimInput } from '../domain/claims/claim.ts';
import { inOrderOfTime, turnOf } from './import-order.ts';

const deployment = { type: 'deployment', service: 'api', version: '1', environment: 'production' } as const;

function sorted(claims: readonly ClaimInput[]): number[] {
  const turns = claims.map((claim) => turnOf(claim, Date.UTC(2026, 0, 15)));
  return Array.from(inOrderOfTime(turns), (place) => place + 1);
}

describe('what is imported', () => {
  it('is recorded in order of time, oldest first', () => {
    expect(
      sorted([
        { ...deployment, finishedAt: '2026-01-03' },
        { ...deployment, finishedAt: '2026-01-01' },
        { type: 'rollback', service: 'api', fromVersion: '1', toVersion: '0', reason: 'slow', at: '2026-01-02' },
      ]),
    ).toEqual([2, 3, 1]);
  });

  it('keeps the order of the source within a moment, registrations first', () => {
    expect(
      sorted([
        { ...deployment, finishedAt: '2026-01-01' },
        { ...deployment, finishedAt: '2026-01-01' },
        { type: 'service', name: 'api' },
        { type: 'environment', name: 'live' },
      ]),
    ).toEqual([3, 4, 1, 2]);
  });

  it('never speaks of a deployment or an incident before it is there, whatever their times', () => {
    expect(
      sorted([
        { type: 'incident-attribution', incident: 'i', deployment: 'd', at: '2026-01-01' },
        { type: 'deployment-status', deployment: 'd', status: 'success', at: '2026-01-02' },
        { type: 'incident', id: 'i', service: 'api', openedAt: '2026-01-04', causedBy: 'd' },
        { ...deployment, id: 'd', finishedAt: '2026-01-03' },
      ]),
    ).toEqual([4, 2, 3, 1]);
  });
});
