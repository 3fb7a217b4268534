import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { identity, insertRows } from '../../../../test/contract/samples.ts';
import { deploymentRow, incidentRow } from '../../../../test/support/rows.ts';
import { Connection } from '../connection.ts';
import { openSqlite } from '../open-sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A ledger with a deployment and an incident, to which SQL was then applied. */
async function ledgerAfter(name: string, sql: string): Promise<string> {
  const path = join(folder, name);
  const store = await openSqlite(path, { mode: 'create' });
  await store.create(identity);
  await insertRows(store, 'deployments', [deploymentRow()]);
  await insertRows(store, 'incidents', [incidentRow()]);
  await store.close();
  const connection = new Connection(path, path);
  connection.execute(sql);
  connection.close();
  return path;
}

it('keeps read models that are as they should be', async () => {
  const store = await openSqlite(await ledgerAfter('same.db', 'SELECT 1'), { mode: 'open' });
  expect(await store.projectionsStale()).toBe(false);
  expect(await store.deployments({})).toEqual([deploymentRow()]);
  await store.close();
});

it.each([
  ['column', 'ALTER TABLE deployments ADD COLUMN of_yore TEXT'],
  ['index', 'DROP INDEX deployments_by_at_ms_id'],
  ['table', 'DROP TABLE deployments'],
])('makes a read model anew that differs in a %s, and says that it must be filled', async (what, sql) => {
  const store = await openSqlite(await ledgerAfter(`${what}.db`, sql), { mode: 'open' });
  expect(await store.projectionsStale()).toBe(true);
  expect(await store.deployments({})).toEqual([]);
  expect(await store.incidents({})).toEqual([incidentRow()]);
  await insertRows(store, 'deployments', [deploymentRow()]);
  await store.transact((transaction) => transaction.markProjected());
  await store.close();
});

it('says that rows of another version of the folds are stale, and keeps them until they are cleared', async () => {
  const store = await openSqlite(await ledgerAfter('old.db', 'UPDATE projected SET version = 0'), { mode: 'read' });
  expect(await store.projectionsStale()).toBe(true);
  expect(await store.deployments({})).toEqual([deploymentRow()]);
  await store.close();
});
