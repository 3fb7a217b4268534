import { expect, it } from 'vitest';
import { openTestLedger } from '../../../test/support/test-ledger.ts';

it('gives the event loop its turn after each batch, so that timers and signals never wait for a whole import', async () => {
  const ledger = await openTestLedger(Date.UTC(2026, 0, 15));
  const claim = { type: 'deployment', service: 'api', version: '1', environment: 'production' } as const;
  let turns = 0;
  let immediate = setImmediate(function turn() {
    turns += 1;
    immediate = setImmediate(turn);
  });
  await ledger.record(...Array.from({ length: 20 }, () => claim));
  clearImmediate(immediate);
  expect(turns).toBeGreaterThanOrEqual(19);
});
