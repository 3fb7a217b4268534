import { describe, it } from 'vitest';
import { openSqlite } from '../../../src/storage/sqlite/open-sqlite.ts';
import { compareWithReference } from './run-model.ts';

describe('SQLite', () => {
  it('answers every question as the reference does, whatever was done to both', () =>
    compareWithReference(() => openSqlite(':memory:', { mode: 'create' })));
});
