import { expect, test, vi } from 'vitest';
import { openHttpTest } from '../../../../test/support/http-test.ts';
import { LedgerError } from '../../../domain/errors.ts';

const locked = { admit: async () => undefined };

test('says to anybody that it lives and is ready', async () => {
  const http = await openHttpTest({ door: locked });
  for (const [path, status] of [
    ['/healthz', 'alive'],
    ['/readyz', 'ready'],
  ] as const) {
    const answer = await http.get(path);
    expect([answer.status, await answer.json()]).toEqual([200, { status }]);
  }
});

test.each(['storage', 'unverified'] as const)(
  'is not ready when the log cannot be written or signed (%s), says why, and lives all the same',
  async (code) => {
    const http = await openHttpTest({ door: locked });
    const reason = new LedgerError(code, 'it is full', { hint: 'free some space' });
    vi.spyOn(http.ledger, 'requireReady').mockRejectedValue(reason);
    const answer = await http.get('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code, detail: 'it is full', hint: 'free some space' });
    expect((await http.get('/healthz')).status).toBe(200);
  },
);
