import type { RowChange } from './read-store.ts';
import type { TableName, Tables, Versioned } from './rows.ts';
import { tables } from './tables.ts';

/** A row without its span of knowledge. */
export type Content<Row extends Versioned> = Omit<Row, keyof Versioned>;

/** The span of knowledge of a row that holds from fact `index` on. */
export function knownFrom(index: number): Versioned {
  return { knownFrom: index, knownTo: null };
}

/** Gathers what facts change in the read models, each row at most once a fact, until a store takes it. */
export class RowChanges {
  #opened = new Map<object, RowChange>();
  #closed: RowChange[] = [];

  /** Parents that pending deployments name: a store does not know of these deployments yet. */
  #parents = new Set<string>();

  get size(): number {
    return this.#opened.size + this.#closed.length;
  }

  /**
   * Puts `row`, known from a fact on, in the place of the row `before` (undefined: there was none), and returns the one that holds from
   * then on: `before` itself when nothing changed.
   */
  replace<Name extends TableName>(table: Name, before: Tables[Name] | undefined, row: Tables[Name]): Tables[Name] {
    if (before !== undefined) {
      if (sameContent(table, before, row)) return before;
      this.remove(table, before, row.knownFrom);
    }
    this.#opened.set(row, { table, opened: row } as RowChange);
    if ('parentId' in row && row.parentId !== null) this.#parents.add(row.parentId);
    return row;
  }

  /** Takes a row away, as known from fact `knownTo` on. */
  remove<Name extends TableName>(table: Name, row: Tables[Name], knownTo: number): void {
    const pending = this.#opened.delete(row);
    if (!pending) this.#closed.push({ table, closed: row, knownTo } as RowChange);
    // Opened and made obsolete by the same fact: nobody can ever have known it.
    else if (row.knownFrom < knownTo) this.#opened.set({}, { table, opened: { ...row, knownTo } } as RowChange);
  }

  /** Whether a pending deployment names this one as its parent. */
  hasTargetOf(id: string): boolean {
    return this.#parents.has(id);
  }

  /** The changes so far; afterwards there are none. Closed rows come first. */
  take(): RowChange[] {
    const changes = [...this.#closed, ...this.#opened.values()];
    this.#opened = new Map();
    this.#closed = [];
    this.#parents = new Set();
    return changes;
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether two rows of a read model say the same, their spans of knowledge aside. */
export function sameContent<Name extends TableName>(
  table: Name,
  a: Content<Tables[Name]>,
  b: Content<Tables[Name]>,
): boolean {
  const columns: Readonly<Record<string, string>> = tables[table].columns;
  const [left, right] = [a as Fields, b as Fields];
  for (const column in columns) {
    if (column === 'knownFrom' || column === 'knownTo') continue;
    const [x, y] = [left[column], right[column]];
    if (x !== y && (columns[column] !== 'json' || JSON.stringify(x) !== JSON.stringify(y))) return false;
  }
  return true;
}
