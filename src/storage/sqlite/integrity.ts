import type { Damage } from '../../projections/read-store.ts';
import type { Connection } from './connection.ts';

const selectTables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
const sound = 'ok';

export function readTableNames(connection: Connection): string[] {
  return connection.all<[string]>(selectTables).map(([name]) => name);
}

/** What SQLite finds wrong with a table and its indexes (https://sqlite.org/pragma.html#pragma_integrity_check). */
export function readDamages(connection: Connection, table: string): Damage[] {
  const found = connection.all<[string]>(`PRAGMA integrity_check("${table}")`);
  return found.filter(([why]) => why !== sound).map(([why]) => ({ table, why }));
}
