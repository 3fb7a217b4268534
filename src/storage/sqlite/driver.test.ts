import { describe, expect, it } from 'vitest';
import { isSafe, sqliteDriver } from './driver.ts';

describe('the SQLite driver', () => {
  it.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('takes a built-in SQLite %s', (version) => {
    expect(isSafe(version)).toBe(true);
  });

  it.each(['3.51.2', '3.50.9', '2.99.99', undefined])('takes no built-in SQLite %s', (version) => {
    expect(isSafe(version)).toBe(false);
  });

  it('is safe to write with from several processes, whichever it is', () => {
    const { DatabaseSync } = sqliteDriver();
    const database = new DatabaseSync(':memory:');
    const { version } = database.prepare('SELECT sqlite_version() AS version').get();
    database.close();
    expect(isSafe(version)).toBe(true);
  });
});
