import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the bench uses of DuckDB's client; its own types are there only where it is installed. */
export interface DuckDb {
  run(sql: string): Promise<unknown>;
  prepare(sql: string): Promise<{ run(): Promise<unknown> }>;
  runAndReadAll(sql: string): Promise<{ getColumnsJS(): unknown[][]; getRowObjectsJS(): unknown[] }>;
  closeSync(): void;
}

interface DuckDbModule {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckDb> }> };
}

/** Opens a database in memory with DuckDB's own settings; undefined where it is not installed among the bench's packages. */
export async function connectDuckDb(packages: string): Promise<DuckDb | undefined> {
  let entry: string;
  try {
    entry = createRequire(join(packages, 'package.json')).resolve('@duckdb/node-api');
  } catch {
    return undefined;
  }
  const { DuckDBInstance }: DuckDbModule = await import(pathToFileURL(entry).href);
  const instance = await DuckDBInstance.create(':memory:');
  return instance.connect();
}
