import { copyFileSync } from 'node:fs';
import { sqliteDriver } from '../../src/storage/sqlite/driver.ts';

type Value = string | number | bigint | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

interface Column {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER' | 'BLOB';
  readonly isNullable: boolean;
  readonly isKey: boolean;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** A database opened behind the ledger's back, with nothing that would keep anybody from changing it. */
export class RawDatabase {
  readonly #database;

  constructor(path: string) {
    const { DatabaseSync } = sqliteDriver();
    this.#database = new DatabaseSync(path);
    this.#database.exec('PRAGMA foreign_keys = OFF');
  }

  /** Every table that holds data of the ledger, as the schema of this very database has it. */
  tables(): Table[] {
    const names = this.#all(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    );
    return names.map(({ name }) => ({ name: String(name), columns: this.#columns(String(name)) }));
  }

  rows(table: string, where = 'true'): Row[] {
    return this.#all(`SELECT * FROM ${table} WHERE ${where}`);
  }

  run(sql: string, ...values: Value[]): void {
    this.#database.prepare(sql).run(...values);
  }

  /** Puts another value into one column of the row that has this key. */
  change({ name, columns }: Table, row: Row, column: string, value: Value): void {
    const key = columns.filter(({ isKey }) => isKey);
    const where = key.map((part) => `"${part.name}" = ?`).join(' AND ');
    this.run(`UPDATE ${name} SET "${column}" = ? WHERE ${where}`, value, ...key.map((part) => row[part.name] ?? null));
  }

  insert({ name, columns }: Table, row: Row): void {
    const places = columns.map(() => '?').join(', ');
    this.run(`INSERT INTO ${name} VALUES (${places})`, ...columns.map((column) => row[column.name] ?? null));
  }

  remove({ name, columns }: Table, row: Row): void {
    const key = columns.filter(({ isKey }) => isKey);
    const where = key.map((part) => `"${part.name}" = ?`).join(' AND ');
    this.run(`DELETE FROM ${name} WHERE ${where}`, ...key.map((part) => row[part.name] ?? null));
  }

  close(): void {
    // The driver for Node 20 keeps the database open as long as its statements live, and changes would stay beside the file.
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }

  #columns(table: string): Column[] {
    return this.#all(`PRAGMA table_info(${table})`).map(({ name, type, notnull, pk }) => ({
      name: String(name),
      type: String(type) as Column['type'],
      isNullable: notnull === 0 && pk === 0,
      isKey: pk !== 0,
    }));
  }

  #all(sql: string): Row[] {
    return this.#database.prepare(sql).all() as Row[];
  }
}

/** Copies a database, and changes the copy behind the ledger's back. */
export function tamperedCopy(from: string, to: string, tamper: (database: RawDatabase) => void): void {
  copyFileSync(from, to);
  const database = new RawDatabase(to);
  try {
    tamper(database);
  } finally {
    database.close();
  }
}

/** Other values of the same type, each as near as can be. */
export function nearValues({ type, isNullable, isKey }: Column, value: Value): Value[] {
  const near: Value[] = isNullable && value !== null ? [null] : [];
  // The next key may be taken, so these go to either side of all that are.
  if (typeof value === 'number' && isKey) return [-1 - value, value + 1_000_000];
  if (typeof value === 'number') return [...near, value + 1];
  if (typeof value === 'string') {
    const last = value.charCodeAt(value.length - 1);
    const changed = `${value.slice(0, -1)}${String.fromCharCode(last ^ 1)}`;
    if (value === '') return [...near, 'x'];
    // JSON that says the same in other letters is not what was written either.
    return /^[[{]/.test(value) ? [...near, changed, `${value} `] : [...near, changed];
  }
  if (value instanceof Uint8Array) return [...near, flipBit(value, value.length * 4)];
  return [...near, type === 'TEXT' ? 'x' : type === 'BLOB' ? Buffer.of(1) : 1];
}

function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}
