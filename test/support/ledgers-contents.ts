import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { LedgerStore } from '../../src/projections/read-store.ts';
import type { TableName, Tables } from '../../src/projections/rows.ts';
import { tableNames } from '../../src/projections/tables.ts';
import { collect, plain } from '../contract/contract.ts';

/** Every row of a read model, obsolete ones too. */
export function rowsOf<Name extends TableName>(store: LedgerStore, table: Name): Promise<Tables[Name][]> {
  return collect(store.rows(table));
}

/** Every row of every read model, obsolete ones too, each with its table. */
export async function allRows(store: LedgerStore): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows: Readonly<Record<string, unknown>>[] = [];
  for (const table of tableNames) {
    for (const row of await rowsOf(store, table)) rows.push({ table, ...row });
  }
  return rows;
}

/** All that a store gives out about a ledger, in one comparable value. */
export async function contentsOf(store: LedgerStore): Promise<unknown> {
  const { size } = await store.head();
  return plain({
    head: await store.head(),
    // Beyond the head too: what is left there would be a sign that something was written that should not have been.
    facts: await collect(store.facts(0, size + 1000)),
    openings: await collect(store.openings(0, size + 1000)),
    actors: await collect(store.allActors()),
    tiles: await collect(store.tiles()),
    checkpoints: await collect(store.checkpoints()),
    rows: await allRows(store),
  });
}

/** The rows that a ledger had when its log was `size` facts long, by what it knows now. */
export function knownAt(
  rows: readonly Readonly<Record<string, unknown>>[],
  size: number,
): Readonly<Record<string, unknown>>[] {
  return rows
    .filter(({ knownFrom }) => Number(knownFrom) < size)
    .map((row) => (row['knownTo'] !== null && Number(row['knownTo']) >= size ? { ...row, knownTo: null } : row));
}

/** Asserts that rows are the same, naming the first that is not. */
export function assertSameRows(
  actual: readonly Readonly<Record<string, unknown>>[],
  expected: readonly Readonly<Record<string, unknown>>[],
  when = '',
): void {
  for (let place = 0; place < Math.max(actual.length, expected.length); place++) {
    if (isDeepStrictEqual(actual[place], expected[place])) continue;
    const [a, b] = [JSON.stringify(actual[place]), JSON.stringify(expected[place])];
    assert.fail(`row ${place} of ${actual.length} and ${expected.length} ${when}\nis        ${a}\ninstead of ${b}`);
  }
}
