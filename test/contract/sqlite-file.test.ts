import { join } from 'node:path';
import { describe, it } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { scratchFolder } from './scratch-folder.ts';
import { storeContract } from './store-contract.ts';

const folder = scratchFolder();
let databases = 0;

describe('SQLite in a file', () => {
  storeContract({ describe, it }, () => openSqlite(join(folder, `${databases++}.db`), { mode: 'create' }));
});
