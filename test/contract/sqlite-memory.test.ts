import { describe, it } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { storeContract } from './store-contract.ts';

describe('SQLite in memory', () => storeContract({ describe, it }, () => openSqlite(':memory:', { mode: 'create' })));
