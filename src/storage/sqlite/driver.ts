import { createRequire } from 'node:module';
import type { SqliteModule } from '@photostructure/sqlite';

type Driver = Pick<SqliteModule, 'DatabaseSync'>;

/** In older versions several writers at once can corrupt the write-ahead log. */
const oldestSafe = [3, 51, 3];

let driver: Driver | undefined;

/**
 * The SQLite to use: Node's own where it is there and safe, else the one that is installed with this program. Both have the same
 * interface; only the one that is used is loaded, and only when it is needed, since that takes time.
 */
export function sqliteDriver(): Driver {
  driver ??= isSafe(process.versions['sqlite']) ? builtInDriver() : installedDriver();
  return driver;
}

/** Whether a version such as `3.51.3` is one that several writers can use. */
export function isSafe(version: string | undefined): boolean {
  if (version === undefined) return false;
  const parts = version.split('.').map(Number);
  const differing = oldestSafe.findIndex((part, place) => part !== parts[place]);
  return differing < 0 || (parts[differing] ?? 0) > (oldestSafe[differing] ?? 0);
}

/** Node 22 says on stderr that its SQLite is experimental: nothing that the users of this program could act on. */
function builtInDriver(): Driver {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite') as Driver;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function installedDriver(): Driver {
  // `require` takes half the time of `import` here.
  return createRequire(import.meta.url)('@photostructure/sqlite');
}
