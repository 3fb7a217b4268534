import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identity } from '../../../../test/contract/samples.ts';
import { openSqlite } from '../open-sqlite.ts';
import { decryptContent, encryptContent } from './content-cipher.ts';

it('gives back what was encrypted, with its own key only', () => {
  const content = fc.record({ headers: fc.dictionary(fc.string(), fc.string()), body: fc.uint8Array() });
  fc.assert(
    fc.property(content, (one) => {
      const key = randomBytes(32);
      const back = decryptContent(encryptContent(one, key), key);
      expect([JSON.stringify(back.headers), Buffer.compare(back.body, one.body)]).toEqual([
        JSON.stringify(one.headers),
        0,
      ]);
      expect(() => decryptContent(encryptContent(one, key), randomBytes(32))).toThrow();
    }),
  );
});

it('leaves neither a body nor its key in the file once it is forgotten', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'deliveries-')), 'ledger.db');
  const store = await openSqlite(path, { mode: 'create' });
  await store.create(identity);
  const deliveries = await store.deliveries();
  const keys = Array.from({ length: 60 }, () => randomBytes(32));
  const body = Buffer.from(`{"who":"a name that nobody else has"${' '.repeat(3000)}}`);
  for (const [i, key] of keys.entries()) {
    const id = `delivery-${i}`;
    await deliveries.add({ id, source: 'x', receivedMs: i, headers: {}, body, repetition: null, key });
    await deliveries.settle({ id, state: 'ignored', events: [], settledMs: i });
  }
  const [forgotten, kept] = [keys.slice(0, 40), keys.slice(40)];
  expect(await deliveries.forgetBefore(40)).toBe(40);
  await store.forgetErased();
  const file = Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]);
  expect(file.includes('a name that nobody else has')).toBe(false);
  expect(forgotten.filter((key) => file.includes(key))).toEqual([]);
  expect(kept.every((key) => file.includes(key))).toBe(true);
  await store.close();
});
