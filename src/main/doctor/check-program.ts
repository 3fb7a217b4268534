import { isSafe, sqliteDriver } from '../../storage/sqlite/driver.ts';
import type { Check } from '../../surfaces/cli/check.ts';

const oldestNode = [20, 19] as const;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (fits) return { name: 'node', state: 'ok', message: `Node.js ${version}` };
  return {
    name: 'node',
    state: 'fail',
    failure: 'internal',
    message: `Node.js ${version} is too old`,
    hint: `install Node.js ${oldestNode.join('.')} or newer`,
  };
}

/** Loads SQLite, which fails where its native library does not fit the machine. */
export function checkSqlite(): Check {
  try {
    const { DatabaseSync } = sqliteDriver();
    const database = new DatabaseSync(':memory:');
    const version = String(database.prepare('SELECT sqlite_version() AS version').get()?.version);
    database.close();
    const whose = isSafe(process.versions['sqlite']) ? "Node.js's own" : 'installed with this program';
    return { name: 'sqlite', state: 'ok', message: `SQLite ${version}, ${whose}` };
  } catch (error) {
    return {
      name: 'sqlite',
      state: 'fail',
      failure: 'storage',
      message: `SQLite cannot be loaded: ${error instanceof Error ? error.message : error}`,
      hint: 'install the program again, on this machine',
    };
  }
}
