import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { log001 } from './001-log.ts';
import { latestVersion } from './migrate.ts';

const fingerprints = new Map([[log001, 'bbcbb40796d57317']]);

it('never changes a migration that databases went through: a change is a new one', () => {
  for (const [migration, fingerprint] of fingerprints) {
    expect(createHash('sha256').update(migration).digest('hex').slice(0, 16)).toBe(fingerprint);
  }
  expect(fingerprints.size).toBe(latestVersion);
});
