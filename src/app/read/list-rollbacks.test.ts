import { beforeEach, describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import { listDeployments } from './list-deployments.ts';
import { listRollbacks } from './list-rollbacks.ts';

const start = Date.parse('2026-01-15T10:00:00Z');
const rollback = (id: string, at: string, more: object = {}) => ({
  type: 'rollback',
  id,
  service: 'api',
  environment: 'production',
  fromVersion: '2',
  toVersion: '1',
  reason: 'slow',
  at,
  ...more,
});

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openTestLedger(start);
  await ledger.record(
    rollback('r1', '2026-01-01T10:00:00Z', {
      initiator: 'alice',
      impact: ['web', 'mobile'],
      reasonCode: 'performance',
    }),
    rollback('r2', '2026-01-02T10:00:00Z', { environment: 'staging', region: 'eu' }),
  );
});

describe('the list of rollbacks', () => {
  it('has the newest first, with what was sealed', async () => {
    const { items } = await listRollbacks(ledger.store, {});
    expect(items).toMatchObject([
      { id: 'r2', region: 'eu', initiator: null, impact: [] },
      { id: 'r1', region: null, initiator: 'alice', impact: ['web', 'mobile'], reason: 'slow', trigger: 'manual' },
    ]);
  });

  it('filters by environment and time', async () => {
    const { items } = await listRollbacks(ledger.store, { environment: 'staging', fromMs: Date.parse('2026-01-02') });
    expect(items.map(({ id }) => id)).toEqual(['r2']);
    await expect(listRollbacks(ledger.store, { environment: 'stagin' })).rejects.toThrow('did you mean "staging"?');
  });

  it('refuses the cursor of another list', async () => {
    await ledger.record(
      { type: 'deployment', service: 'api', version: '1', environment: 'production' },
      { type: 'deployment', service: 'api', version: '2', environment: 'production' },
    );
    const { next } = await listDeployments(ledger.store, { limit: 1 });
    await expect(listRollbacks(ledger.store, { cursor: next ?? '' })).rejects.toThrow('belongs to a list');
  });
});
