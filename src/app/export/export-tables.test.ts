import { expect, test } from 'vitest';
import { ledgerOf, minutes, story } from '../../../test/support/change-reports.ts';
import type { ExportOptions } from '../ledger.ts';
import type { ExportedTable } from './exported-table.ts';

/** Every row of a table, by the names of its columns. */
async function rowsOf(tables: readonly ExportedTable[], name: string) {
  const table = tables.find((one) => one.name === name);
  const rows: Record<string, unknown>[] = [];
  for await (const cells of table?.rows ?? []) {
    rows.push(Object.fromEntries((table?.columns ?? []).map((column, i) => [column.name, cells[i]])));
  }
  return rows;
}

async function tablesOf(options: ExportOptions = {}) {
  const ledger = await ledgerOf(story);
  return { ledger, tables: await ledger.exportTables(options) };
}

test('hold each deployment with its names opened and its times twice', async () => {
  const { tables } = await tablesOf();
  const rows = await rowsOf(tables, 'deployments');
  expect(rows.map(({ id }) => id)).toEqual(['early', 'good', 'bad', 'elsewhere', 'late']);
  expect(rows[1]).toMatchObject({
    initiator: 'Ann',
    approved_by: '["Bob"]',
    started_at: '2026-01-15T10:08:00Z',
    started_ms: minutes(8),
    disputed: 0,
    planned: null,
    metadata: '{"ticket":"x","unitTests":"passed"}',
  });
});

test('hold what was claimed besides, and what follows from it', async () => {
  const { tables } = await tablesOf();
  expect(await rowsOf(tables, 'commits')).toEqual([
    { deployment: 'good', sha: 'abcd', committed_at: '2026-01-15T10:01:00Z', committed_ms: minutes(1) },
  ]);
  expect(await rowsOf(tables, 'rollbacks')).toMatchObject([{ id: 'back', reason: 'slow', at_ms: minutes(30) }]);
  expect(await rowsOf(tables, 'incidents')).toMatchObject([
    { id: 'INC', attributed_to: 'bad', attributed_by: 'named' },
  ]);
  const intervals = (await rowsOf(tables, 'running')).filter((row) => row['environment'] === 'production');
  expect(intervals.map(({ version, since_ms, until_ms }) => [version, since_ms, until_ms])).toEqual([
    ['1.0', minutes(-10), minutes(10)],
    ['2', minutes(10), minutes(20)],
    ['3', minutes(20), minutes(30)],
    ['2', minutes(30), minutes(100)],
    ['4', minutes(100), null],
  ]);
});

test('hold every fact as it was hashed, and the ledger that it is of', async () => {
  const { ledger, tables } = await tablesOf();
  const facts = await rowsOf(tables, 'facts');
  const size = await ledger.size();
  expect(facts.map((fact) => fact['log_index'])).toEqual(Array.from({ length: size }, (_, i) => i));
  const proved = await ledger.prove('good');
  expect(facts[proved.index]).toMatchObject({
    fact: proved.fact,
    subject: 'deployment:good',
    opened: expect.stringContaining('"/data/initiator":"Ann"'),
  });
  expect(await rowsOf(tables, 'ledger')).toMatchObject([{ name: ledger.origin, size, checkpoint: null, chosen: null }]);
});

test('hold what is chosen and nothing else', async () => {
  const { tables } = await tablesOf({ environment: 'staging' });
  expect((await rowsOf(tables, 'deployments')).map(({ id }) => id)).toEqual(['elsewhere']);
  expect(await rowsOf(tables, 'rollbacks')).toEqual([]);
  expect((await rowsOf(tables, 'facts')).map(({ type }) => type)).not.toContain('rollback.recorded');
  expect(await rowsOf(tables, 'ledger')).toMatchObject([{ chosen: '{"environment":"staging"}' }]);
  const { tables: none } = await tablesOf({ service: 'nobody' });
  for (const name of ['deployments', 'running', 'services']) expect(await rowsOf(none, name)).toEqual([]);
});
