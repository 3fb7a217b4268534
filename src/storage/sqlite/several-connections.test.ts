import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { appendFacts, batchOf, identity, storedFact } from '../../../test/contract/samples.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { openSqlite } from './open-sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-connections-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two stores of one file, the second of which waits for the first that long. */
async function withTwo(name: string, waitMs: number, test: (first: LedgerStore, second: LedgerStore) => Promise<void>) {
  const path = join(folder, name);
  const first = await openSqlite(path, { mode: 'create' });
  await first.create(identity);
  const second = await openSqlite(path, { mode: 'open', busyWaitMs: waitMs });
  await test(first, second);
  await Promise.all([first.close(), second.close()]);
}

describe('two stores of one file', () => {
  it('see what the other committed, and nothing before', () =>
    withTwo('see.db', 1000, async (first, second) => {
      await appendFacts(first, 2);
      expect((await second.head()).size).toBe(2);
      await second.transact(async (transaction) => {
        await transaction.append(batchOf([storedFact(2)]));
        expect((await first.head()).size).toBe(2);
        expect((await second.head()).size).toBe(2);
      });
      expect((await first.head()).size).toBe(3);
    }));

  it('write one after the other', () =>
    withTwo('turns.db', 10_000, async (first, second) => {
      await Promise.all(Array.from({ length: 30 }, (_, n) => appendFacts(n % 2 ? first : second, 2)));
      expect((await first.head()).size).toBe(60);
    }));

  it('give up after a while, and can do other things until then', () =>
    withTwo('wait.db', 100, async (first, second) => {
      await first.transact(async () => {
        let turns = 0;
        let waiting = true;
        const refused = expect(appendFacts(second, 1)).rejects.toMatchObject({
          code: 'overloaded',
          message: expect.stringContaining('wait.db is locked'),
        });
        void refused.finally(() => {
          waiting = false;
        });
        for (; waiting; turns++) await nextTurn();
        await refused;
        expect(turns).toBeGreaterThan(10);
      });
      await appendFacts(second, 1);
    }));
});
