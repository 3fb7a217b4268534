import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ledgerOf, story } from '../../../../test/support/change-reports.ts';
import { Connection, type SqlRow } from '../connection.ts';
import { openSqlite } from '../open-sqlite.ts';
import { type DatabaseTable, writeDatabase } from './write-database.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-database-'));
  path = join(folder, 'out.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

function read<Row extends SqlRow>(sql: string): Row[] {
  const connection = new Connection(path, path, { readOnly: true });
  try {
    return connection.all<Row>(sql);
  } finally {
    connection.close();
  }
}

const tables = async () => (await ledgerOf(story)).exportTables({});

test('writes a database that answers the usual questions', async () => {
  await writeDatabase(path, await tables());
  expect(read('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(read("SELECT service, version FROM running_now WHERE environment = 'production'")).toEqual([['api', '4']]);
  expect(read('SELECT id, rollback, reason FROM rolled_back_deployments')).toEqual([['bad', 'back', 'slow']]);
  expect(read('SELECT deployment, lead_seconds FROM lead_times')).toEqual([['good', 540]]);
  expect(read('SELECT deployment, approver, is_initiator FROM approvals')).toEqual([
    ['good', 'Bob', 0],
    ['bad', 'Ann', 1],
  ]);
});

test('every view can be read', async () => {
  await writeDatabase(path, await tables());
  const views = read<[string]>("SELECT name FROM sqlite_schema WHERE type = 'view'");
  expect(views.length).toBeGreaterThan(5);
  for (const [view] of views) expect(() => read(`SELECT * FROM ${view}`)).not.toThrow();
});

test('takes the place of an earlier export, and leaves nothing else behind', async () => {
  await writeDatabase(path, await tables());
  await writeDatabase(path, await tables());
  expect(read('SELECT count(*) FROM deployments')).toEqual([[5]]);
  expect(readdirSync(folder)).toEqual(['out.sqlite']);
});

test('never takes the place of a ledger, nor of a database that is being written to', async () => {
  const store = await openSqlite(path, { mode: 'create' });
  await store.close();
  await expect(writeDatabase(path, await tables())).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('is a ledger'),
  });
  const other = join(folder, 'other.sqlite');
  writeFileSync(`${other}-wal`, 'x');
  await expect(writeDatabase(other, await tables())).rejects.toMatchObject({ code: 'conflict' });
  await expect(writeDatabase(folder, await tables())).rejects.toMatchObject({ code: 'invalid' });
});

test('leaves what was there when the rows end in an error', async () => {
  writeFileSync(path, 'old');
  const failure = new Error('the source broke');
  async function* rows() {
    yield ['a'];
    throw failure;
  }
  const table: DatabaseTable = {
    name: 't',
    columns: [{ name: 'c', type: 'text' }],
    key: [],
    indexes: [],
    rows: rows(),
  };
  await expect(writeDatabase(path, [table])).rejects.toBe(failure);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['out.sqlite']);
  await expect(writeDatabase(join(folder, 'no', 'x.sqlite'), [])).rejects.toMatchObject({ code: 'storage' });
});
