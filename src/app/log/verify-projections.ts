import { hasCode } from '../../domain/errors.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { sameContent } from '../../projections/row-changes.ts';
import type { TableName, Tables } from '../../projections/rows.ts';
import { tableNames, tables } from '../../projections/tables.ts';
import type { VerifyFailure } from '../views.ts';
import { between, replay } from './replay.ts';

/** After so many differences in one read model the rest is not listed. */
const enough = 20;

/** Folds the first `size` facts once more, in a store of their own, and compares every row of every read model. */
export async function verifyProjections(
  store: LedgerStore,
  scratch: () => Promise<LedgerStore>,
  size: number,
): Promise<VerifyFailure[]> {
  const again = await scratch();
  try {
    await again.transact((transaction) => replay(store, between(store, transaction), size));
    const failures: VerifyFailure[] = [];
    for (const table of tableNames) failures.push(...(await compareTable(store, again, table, size)));
    return failures;
  } finally {
    await again.close();
  }
}

async function compareTable(
  store: LedgerStore,
  again: LedgerStore,
  table: TableName,
  size: number,
): Promise<VerifyFailure[]> {
  const failures: VerifyFailure[] = [];
  const ahead = new RowsAhead(table);
  try {
    for await (const failure of differences(table, ahead.leftOut(store.rows(table), size), again.rows(table))) {
      failures.push(failure);
      if (failures.length === enough) break;
    }
  } catch (error) {
    if (!hasCode(error, 'invalid')) throw error;
    failures.push({ index: null, where: table, why: error.message });
  }
  return [...failures, ...ahead.of((await store.head()).size)];
}

/** Goes through the rows that are kept and the right ones side by side. */
async function* differences<Name extends TableName>(
  table: Name,
  keptRows: AsyncIterable<Tables[Name]>,
  rightRows: AsyncIterable<Tables[Name]>,
): AsyncGenerator<VerifyFailure> {
  const [kept, right] = [keptRows[Symbol.asyncIterator](), rightRows[Symbol.asyncIterator]()];
  let [a, b] = [await kept.next(), await right.next()];
  while (!(a.done && b.done)) {
    const order = compareKeys(table, a.done ? undefined : a.value, b.done ? undefined : b.value);
    if (order < 0 && !a.done) yield differs(table, a.value, 'the facts lead to no such row');
    if (order > 0 && !b.done) yield differs(table, b.value, 'it is missing');
    if (order === 0 && !a.done && !b.done && !same(table, a.value, b.value)) {
      yield differs(table, a.value, 'the facts lead to another content');
    }
    if (order <= 0) a = await kept.next();
    if (order >= 0) b = await right.next();
  }
}

/** Sees to rows that speak of facts after those that are verified. Others may be recording meanwhile: then such facts are there. */
class RowsAhead<Name extends TableName> {
  readonly #table: Name;
  #furthest: Tables[Name] | undefined;

  constructor(table: Name) {
    this.#table = table;
  }

  /** The rows as they were when the log was `size` facts long. */
  async *leftOut(rows: AsyncIterable<Tables[Name]>, size: number): AsyncGenerator<Tables[Name]> {
    for await (const row of rows) {
      const last = lastFactOf(row);
      if (last >= size && last > lastFactOf(this.#furthest)) this.#furthest = row;
      if (row.knownFrom >= size) continue;
      yield row.knownTo !== null && row.knownTo >= size ? { ...row, knownTo: null } : row;
    }
  }

  /** The row that speaks of a fact beyond all those that the log has by now. */
  of(size: number): VerifyFailure[] {
    const row = this.#furthest;
    if (row === undefined || lastFactOf(row) < size) return [];
    return [differs(this.#table, row, `it speaks of fact ${lastFactOf(row)}; the log has only ${size}`)];
  }
}

/** The last fact that a row says it knows of. */
function lastFactOf(row: Row | undefined): number {
  return row === undefined ? -1 : Math.max(row.knownFrom, row.knownTo ?? row.knownFrom);
}

type Row = Tables[TableName];

function same(table: TableName, a: Row, b: Row): boolean {
  return a.knownTo === b.knownTo && sameContent(table, a as never, b as never);
}

function keyOf(table: TableName, row: Row): (string | number)[] {
  const fields: Readonly<Record<string, unknown>> = { ...row };
  const key = tables[table].key.map((column) => fields[column] as string | number);
  return [...key, row.knownFrom];
}

/** The order in which stores give rows: by key, text by code point, then by knownFrom. A row that is not there comes last. */
function compareKeys(table: TableName, a: Row | undefined, b: Row | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const [left, right] = [keyOf(table, a), keyOf(table, b)];
  for (const [i, x] of left.entries()) {
    const y = right[i];
    if (x === y || y === undefined) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)));
  }
  return 0;
}

function differs(table: TableName, row: Row, why: string): VerifyFailure {
  const [...key] = keyOf(table, row);
  const known = key.pop();
  return { index: row.knownFrom, where: `${table} ${key.join(' ')} (known from ${known})`, why };
}
