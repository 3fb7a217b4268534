import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaultyDays, sha256Of } from '../../support/ledgers-faults.ts';
import { RawDatabase, tamperedCopy } from '../../support/ledgers-tampering.ts';

const days = new FaultyDays('database');
const whole = join(days.program.home, '.deploy-ledger', 'deployments.db');
const place = (name: string) => join(days.program.home, name);

beforeAll(async () => {
  await days.run('init -q');
  for (const version of ['1', '2', '3']) await days.run(`record-deployment -s api -e production -v ${version}`);
});
afterAll(() => days.remove());

const commands = ['list', 'record-deployment -s api -e production -v 9', 'verify', 'init', 'checkpoint', 'doctor'];

/** Runs commands on a database that none of them can use, and asserts that they say so, each with its way out. */
async function expectRefusals(database: string, says: RegExp, lines = commands.slice(0, 5)): Promise<void> {
  for (const line of lines) {
    const { status, stdout, stderr } = await days.run(`${line} --database ${database}`);
    expect([line, status, stdout]).toEqual([line, 3, '']);
    expect(stderr).toMatch(says);
    expect(stderr).toContain(line === 'init' ? dirname(database) : database);
    expect(stderr).toMatch(/\n {2}hint: \S/);
  }
}

describe('a file that is no ledger', () => {
  it.each([
    ['a text', Buffer.from('service,version\napi,1\n'.repeat(400)), /is not a SQLite database/],
    ['one line', Buffer.from('hello\n'), /is not a SQLite database/],
    ['noise', Buffer.alloc(20_000, 0xa5), /is not a SQLite database/],
    ['the header of a database and no more', Buffer.from('SQLite format 3\0'), /is not a SQLite database|is damaged/],
  ])('but %s is refused and left as it is', async (_, content, says) => {
    const path = place('other.db');
    writeFileSync(path, content);
    const [before, files] = [sha256Of(path), readdirSync(days.program.home)];
    await expectRefusals(path, says);
    expect(sha256Of(path)).toBe(before);
    expect(readdirSync(days.program.home)).toEqual(files);
  });

  it("but another program's database is refused and left as it is", async () => {
    const path = place('foreign.db');
    const { DatabaseSync } = createRequire(import.meta.url)('@photostructure/sqlite');
    const database = new DatabaseSync(path);
    database.exec('CREATE TABLE deployments (id TEXT); INSERT INTO deployments VALUES (1)');
    database.close();
    const [before, files] = [sha256Of(path), readdirSync(days.program.home)];
    await expectRefusals(path, /is the database of another program/);
    expect(sha256Of(path)).toBe(before);
    expect(readdirSync(days.program.home)).toEqual(files);
  });

  it('but a folder is refused', async () => {
    mkdirSync(place('folder'));
    await expectRefusals(place('folder'), /is a folder/);
    expect(readdirSync(place('folder'))).toEqual([]);
  });

  it('but empty is no ledger yet, and becomes one', async () => {
    const path = place('empty.db');
    writeFileSync(path, '');
    await expectRefusals(path, /there is no ledger in/, [
      'list',
      'record-deployment -s api -e production -v 9',
      'verify',
    ]);
    expect(readFileSync(path)).toHaveLength(0);
    expect((await days.run(`init -q --database ${path}`)).status).toBe(0);
    expect((await days.run(`record-deployment -s api -e production -v 1 --database ${path}`)).status).toBe(0);
  });
});

describe('a path at which no ledger can be made', () => {
  it.each([
    ['under a file', join(whole, 'below.db')],
    ['where nothing can be made', '/proc/nowhere/ledger.db'],
  ])('%s is refused with the way out', async (_, path) => {
    await expectRefusals(path, /cannot make the directory|cannot be opened|there is no ledger/, [
      'init',
      'list',
      'record-deployment -s a -e test -v 1',
    ]);
    expect(existsSync(path)).toBe(false);
  });

  it('that was named and is not there needs init: a typing error makes no ledger', async () => {
    const path = place('typo/ledger.db');
    await expectRefusals(path, /there is no ledger in \S+typo\/ledger\.db/, commands.slice(0, 3));
    expect(existsSync(place('typo'))).toBe(false);
  });
});

describe('a ledger of another day', () => {
  it('made by a newer version is refused and left as it is', async () => {
    const path = place('newer.db');
    tamperedCopy(whole, path, (database) => database.run('PRAGMA user_version = 99'));
    const before = sha256Of(path);
    await expectRefusals(path, /made by a newer version of this program.*99/);
    expect(sha256Of(path)).toBe(before);
  });

  it('whose read models another version made folds them anew by itself', async () => {
    const path = place('folds.db');
    tamperedCopy(whole, path, (database) => {
      database.run('UPDATE projected SET version = 0');
      database.run("UPDATE deployments SET version = 'wrong'");
    });
    const { stdout } = await days.run(`list -f json --database ${path}`);
    expect(JSON.parse(stdout).map(({ version }: { version: string }) => version)).toEqual(['3', '2', '1']);
    expect((await days.run(`verify --database ${path}`)).status).toBe(0);
  });

  it('that was changed behind its back fails to verify with exit 6, naming the place', async () => {
    const path = place('changed.db');
    tamperedCopy(whole, path, (database) => database.run("UPDATE deployments SET version = '2.0' WHERE version = '2'"));
    const { status, stdout, stderr } = await days.run(`verify -f json --database ${path}`);
    expect([status, JSON.parse(stdout).failures[0]]).toMatchObject([
      6,
      { index: 1, where: expect.stringMatching(/^deployments deploy-/) },
    ]);
    expect(stderr).toMatch(/^error: it does not verify: .*\n {2}hint: keep a copy of it/);
    expect((await days.run(`verify --only log --database ${path}`)).status).toBe(0);
  });

  it('that lost pages is called damaged', async () => {
    const path = place('torn.db');
    writeFileSync(path, readFileSync(whole).fill(0xa5, 20 * 4096));
    for (const line of ['verify', 'list']) {
      const { status, stderr } = await days.run(`${line} --database ${path}`);
      expect([line, status]).toEqual([line, 3]);
      expect(stderr).toMatch(/torn\.db is damaged.*\n {2}hint: keep a copy of it and restore a backup/);
    }
  });

  it('still is as it was', async () => {
    new RawDatabase(whole).close();
    expect(await days.verify()).toBe(3);
  });
});
