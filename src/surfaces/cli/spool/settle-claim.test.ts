import { expect, test } from 'vitest';
import { parseClaim } from '../../../domain/claims/claim.ts';
import { settleClaim } from './settle-claim.ts';

const nowMs = Date.UTC(2026, 0, 15, 10);
const now = '2026-01-15T10:00:00Z';
const settled = (claim: object, atMs = nowMs) => settleClaim(parseClaim(claim), atMs, (size) => new Uint8Array(size));
const deployment = { type: 'deployment', service: 'api', version: '1', environment: 'production' };

test.each([
  ['a deployment', deployment, { finishedAt: now }],
  ['one that started in the future', { ...deployment, startedAt: '+1h' }, { finishedAt: '2026-01-15T11:00:00Z' }],
  ['one under way', { ...deployment, status: 'in-progress' }, { startedAt: now }],
  ['a report', { type: 'deployment-status', deployment: 'd1', status: 'success' }, { at: now }],
  ['an incident', { type: 'incident', service: 'api', openedAt: '-1h' }, { openedAt: '2026-01-15T09:00:00Z' }],
  [
    'a correction',
    { type: 'correction', deployment: 'd1', reason: 'x', set: { startedAt: '-1h' } },
    { at: now, set: { startedAt: '2026-01-15T09:00:00Z' } },
  ],
])('%s means the same at any later time', (_, claim, times) => {
  const first = settled(claim);
  expect(first).toMatchObject({ ...times, idempotencyKey: expect.any(String) });
  expect(settled(first, nowMs + 86_400_000)).toEqual(first);
});

test('one that waits to begin has no times made up for it', () => {
  const { startedAt, finishedAt } = settled({ ...deployment, status: 'pending' }) as Record<string, unknown>;
  expect([startedAt, finishedAt]).toEqual([undefined, undefined]);
});

test('what can have an id gets one, unless it has', () => {
  expect(settled(deployment)).toMatchObject({ id: expect.stringMatching(/^deploy-1768471200-/) });
  expect(settled({ ...deployment, id: 'mine' })).toMatchObject({ id: 'mine' });
});

test("a claim with a key of the person's own is left as it is", () => {
  const claim = { ...deployment, idempotencyKey: 'mine' };
  expect(settled(claim)).toEqual(claim);
});
