import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { sqliteDriver } from '../../src/storage/sqlite/driver.ts';
import { median } from '../measure/quantile.ts';
import { duration, megabytes } from './figures.ts';

/** What the figures depend on besides the code: the machine, the versions, and how long its disk takes to be sure. */
export function describeMachine(directory: string): string {
  const cores = cpus();
  return [
    `machine  ${cores.length} × ${cores[0]?.model.trim()}, ${megabytes(totalmem())}, ${platform()} ${release()} ${arch()}`,
    `Node.js  ${process.versions.node}, SQLite ${sqliteVersion()}`,
    `disk     ${directory}, fdatasync of 4 KiB ${duration(syncMs(directory))} (median of 100)`,
  ].join('\n');
}

function sqliteVersion(): string {
  const { DatabaseSync } = sqliteDriver();
  const database = new DatabaseSync(':memory:');
  const row = database.prepare('SELECT sqlite_version() AS version').get() as { version: string };
  database.close();
  return row.version;
}

function syncMs(directory: string): number {
  const file = openSync(join(directory, 'sync'), 'w');
  const block = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 100 }, () => {
    const startMs = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    return performance.now() - startMs;
  });
  closeSync(file);
  return median(times);
}
