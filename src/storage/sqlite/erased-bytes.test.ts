import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { appendFacts, bytes, identity } from '../../../test/contract/samples.ts';
import { openSqlite } from './open-sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-erased-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = (n: number) => `secret-of-${n}-`.repeat(1 + (n % 40) ** 2);
const isSecretOfOdd = /secret-of-\d*[13579]-/;

/** Everything that the files of the database hold. */
const onDisk = () =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join();

it('leaves no byte of what was erased in any file', async () => {
  const store = await openSqlite(join(folder, 'ledger.db'), { mode: 'create' });
  await store.create(identity);
  for (let start = 0; start < 400; start += 100) {
    const numbers = Array.from({ length: 100 }, (_, place) => start + place);
    const openings = numbers.map((index) => ({
      index,
      path: '/data/message',
      salt: bytes(32, index),
      value: secret(index),
    }));
    const actors = numbers.map((n) => ({ actor: `actor-${n}`, name: `${secret(n)}name` }));
    await appendFacts(store, 100, { openings, actors });
  }
  expect(isSecretOfOdd.test(onDisk())).toBe(true);

  const odd = Array.from({ length: 200 }, (_, n) => 2 * n + 1);
  await store.transact((transaction) =>
    transaction.erase(
      odd.map((index) => ({ index, path: '/data/message' })),
      odd.map((n) => `actor-${n}`),
    ),
  );
  await store.forgetErased();
  expect(isSecretOfOdd.exec(onDisk())).toBeNull();
  expect(onDisk().includes('secret-of-398-')).toBe(true);
  await store.close();
});

it('says so when others keep it from truncating the write-ahead log', async () => {
  const path = join(folder, 'read-by-others.db');
  const store = await openSqlite(path, { mode: 'create', busyWaitMs: 5 });
  await store.create(identity);
  await appendFacts(store, 10);
  const other = await openSqlite(path, { mode: 'open' });
  await other.transact(async () => {
    await expect(store.forgetErased()).rejects.toMatchObject({
      code: 'overloaded',
      message: expect.stringContaining('-wal'),
    });
  });
  await store.forgetErased();
  await Promise.all([store.close(), other.close()]);
});
