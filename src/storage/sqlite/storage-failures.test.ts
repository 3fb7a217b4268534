import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { appendFacts, identity } from '../../../test/contract/samples.ts';
import { Connection } from './connection.ts';
import { FileSessions } from './file-sessions.ts';
import { openSqlite } from './open-sqlite.ts';
import { prepareDatabase } from './prepare-database.ts';
import { SqliteStore } from './sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-failures-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const failure = (message: RegExp) =>
  expect.objectContaining({ code: 'storage', message: expect.stringMatching(message) });

async function makeLedger(path: string, facts: number): Promise<void> {
  const store = await openSqlite(path, { mode: 'create' });
  await store.create(identity);
  await appendFacts(store, facts);
  await store.close();
}

describe('a disk that is full', () => {
  it('stops recording, not reading, and nothing is left of what did not fit', async () => {
    const path = join(folder, 'full.db');
    const writer = new Connection(path, path);
    await prepareDatabase(writer, path, 0);
    const openReader = () => new Connection(path, path, { readOnly: true });
    const store = new SqliteStore(new FileSessions({ path, writer, openReader, waitMs: 0 }));
    await store.create(identity);
    await appendFacts(store, 10);

    const [pages = 0] = writer.get<[number]>('PRAGMA page_count') ?? [];
    writer.execute(`PRAGMA max_page_count = ${pages}`);
    await expect(appendFacts(store, 1000)).rejects.toEqual(failure(/full\.db is on a disk that is full/));
    expect((await store.head()).size).toBe(10);

    writer.execute(`PRAGMA max_page_count = ${pages + 1000}`);
    await appendFacts(store, 1000);
    expect((await store.head()).size).toBe(1010);
    await store.close();
  });
});

describe('a damaged file', () => {
  it('is called damaged', async () => {
    const path = join(folder, 'damaged.db');
    await makeLedger(path, 2000);
    const bytes = readFileSync(path);
    // The first two pages hold the schema; the rest goes, headers of pages and all.
    writeFileSync(path, bytes.fill(0xa5, 4 * 4096));
    const reading = async () => {
      const store = await openSqlite(path, { mode: 'read' });
      for await (const { index } of store.facts(0, 2000)) expect(index).toBeLessThan(2000);
    };
    await expect(reading()).rejects.toEqual(failure(/damaged\.db is damaged/));
  });
});

/** Does something as a user who may not write everywhere, as root may. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe.skipIf(process.platform === 'win32')('a folder where nothing may be written', () => {
  it('holds ledgers that can be read, and not be recorded to', async () => {
    const archive = join(folder, 'archive');
    const path = join(archive, 'ledger.db');
    mkdirSync(archive);
    await makeLedger(path, 3);
    chmodSync(path, 0o444);
    chmodSync(archive, 0o555);
    chmodSync(folder, 0o755);
    await asNobody(async () => {
      const store = await openSqlite(path, { mode: 'read' });
      expect((await store.head()).size).toBe(3);
      await store.close();
      const recording = openSqlite(path, { mode: 'open' }).then((opened) => appendFacts(opened, 1));
      await expect(recording).rejects.toEqual(failure(/ledger\.db cannot be (opened|written)/));
      const absent = join(archive, 'new.db');
      await expect(openSqlite(absent, { mode: 'create' })).rejects.toEqual(failure(/cannot be opened/));
    });
    chmodSync(archive, 0o755);
  });
});
