import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { appendFacts, identity } from '../../../test/contract/samples.ts';
import { Connection } from './connection.ts';
import { openSqlite } from './open-sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (message: string | RegExp) =>
  expect.objectContaining({ code: 'storage', message: expect.stringMatching(message), hint: expect.any(String) });

/** Runs SQL on a database file, as some other program would. */
function execute(path: string, sql: string): void {
  const connection = new Connection(path, path);
  connection.execute(sql);
  connection.close();
}

async function makeLedger(name: string): Promise<string> {
  const path = join(folder, name);
  const store = await openSqlite(path, { mode: 'create' });
  await store.create(identity);
  await appendFacts(store, 3);
  await store.close();
  return path;
}

describe('a file that is there', () => {
  const text = 'precious notes, longer than the header of any database\n'.repeat(50);

  it.each(['create', 'open', 'read'] as const)('is left as it is when it is no database (%s)', async (mode) => {
    const path = join(folder, `notes-${mode}.txt`);
    writeFileSync(path, text);
    await expect(openSqlite(path, { mode })).rejects.toEqual(refusal(/notes-.*is not a SQLite database/));
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(folder).filter((name) => name.startsWith(`notes-${mode}`))).toHaveLength(1);
  });

  it.each(['create', 'open', 'read'] as const)("is left as it is when it is another program's (%s)", async (mode) => {
    const path = join(folder, `other-${mode}.db`);
    execute(path, 'CREATE TABLE theirs (a); PRAGMA user_version = 7');
    const before = readFileSync(path);
    await expect(openSqlite(path, { mode })).rejects.toEqual(refusal(/is the database of another program/));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each(['create', 'open', 'read'] as const)('is left as it is when a newer version made it (%s)', async (mode) => {
    const path = await makeLedger(`newer-${mode}.db`);
    execute(path, 'PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)');
    const before = readFileSync(path);
    await expect(openSqlite(path, { mode })).rejects.toEqual(refusal(/made by a newer version.*999/));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused when a newer version is just writing to it', async () => {
    const path = await makeLedger('newer-in-log.db');
    const other = new Connection(path, path);
    other.execute('PRAGMA user_version = 999');
    await expect(openSqlite(path, { mode: 'open' })).rejects.toEqual(refusal(/newer version/));
    other.close();
  });

  it('is filled when it is empty', async () => {
    const path = join(folder, 'empty.db');
    writeFileSync(path, '');
    await expect(openSqlite(path, { mode: 'open' })).rejects.toEqual(refusal(/no ledger in .*empty\.db/));
    const store = await openSqlite(path, { mode: 'create' });
    expect(await store.identity()).toBeUndefined();
    await store.close();
  });

  it('can have any name', async () => {
    const path = await makeLedger('ünïcode ?immutable=0&x=%20#1.db');
    const store = await openSqlite(path, { mode: 'read' });
    expect((await store.head()).size).toBe(3);
    await store.close();
  });

  it('holds everything once it is closed, whatever is beside it', async () => {
    const path = await makeLedger('whole.db');
    const copy = join(folder, 'copy.db');
    writeFileSync(copy, readFileSync(path));
    const store = await openSqlite(copy, { mode: 'read' });
    expect((await store.head()).size).toBe(3);
    await store.close();
  });
});

describe('a file that is not there', () => {
  it.each(['open', 'read'] as const)('is not made to %s', async (mode) => {
    const path = join(folder, `missing-${mode}.db`);
    const hint = expect.stringContaining(`init --database ${path}`);
    await expect(openSqlite(path, { mode })).rejects.toMatchObject({ code: 'storage', hint });
    expect(existsSync(path)).toBe(false);
  });

  it('cannot be made in a folder that is not there, nor in the place of a folder', async () => {
    const path = join(folder, 'nowhere', 'ledger.db');
    await expect(openSqlite(path, { mode: 'create' })).rejects.toEqual(refusal(/nowhere.*cannot be opened/));
    await expect(openSqlite(folder, { mode: 'create' })).rejects.toEqual(refusal(/is a folder/));
  });
});

describe('a database that is opened to read', () => {
  it('refuses to record', async () => {
    const store = await openSqlite(await makeLedger('read.db'), { mode: 'read' });
    await expect(appendFacts(store, 1)).rejects.toEqual(refusal(/read\.db was opened for reading only/));
    expect((await store.head()).size).toBe(3);
    await store.close();
  });

  it('is refused when it must be upgraded first', async () => {
    const path = await makeLedger('older.db');
    execute(path, 'PRAGMA user_version = 0');
    const store = await openSqlite(path, { mode: 'read' });
    await expect(store.head()).rejects.toEqual(refusal(/made by an older version/));
    await store.close();
  });
});
