import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { Connection } from '../connection.ts';
import { log001 } from './001-log.ts';
import { tokens002 } from './002-tokens.ts';
import { deliveries003 } from './003-deliveries.ts';
import { tileRoots004 } from './004-tile-roots.ts';
import { positions005 } from './005-positions.ts';
import { latestVersion, migrate, schemaVersion } from './migrate.ts';

const fingerprints = new Map([
  [log001, 'bbcbb40796d57317'],
  [tokens002, '88684a3e28a0fdbb'],
  [deliveries003, '34e568d88bbe0384'],
  [tileRoots004, '3182f83fb1707f8b'],
  [positions005, 'c8e29ce1ba5e2fca'],
]);

it('never changes a migration that databases went through: a change is a new one', () => {
  for (const [migration, fingerprint] of fingerprints) {
    expect(createHash('sha256').update(migration).digest('hex').slice(0, 16)).toBe(fingerprint);
  }
  expect(fingerprints.size).toBe(latestVersion);
});

it('brings a database of any earlier version to the latest', () => {
  const schemaFrom = (version: number) => {
    const connection = new Connection(':memory:', 'memory');
    for (const migration of [...fingerprints.keys()].slice(0, version)) connection.execute(migration);
    connection.execute(`PRAGMA user_version = ${version}`);
    migrate(connection);
    expect(schemaVersion(connection)).toBe(latestVersion);
    return connection.all<[string]>('SELECT sql FROM sqlite_schema ORDER BY name');
  };
  for (let version = 1; version < latestVersion; version++) expect(schemaFrom(version)).toEqual(schemaFrom(0));
});
