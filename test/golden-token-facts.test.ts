import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tokenCreated, tokenRevoked } from '../src/domain/decide/token.ts';
import type { Draft } from '../src/domain/facts/fact.ts';
import { encodeFact } from '../src/ledger/fact-bytes.ts';
import { contextOf, sealedFacts } from './support/decisions.ts';

/** The bytes of a fact are for ever: these files were written once and are never changed, only added to. */
const vectors = join(import.meta.dirname, 'vectors', 'facts');

const everything = {
  id: 'token-1768478400-4f9k2mq7xr',
  name: 'CI octo/api 42',
  role: 'deployer',
  environments: ['staging', 'production'],
  services: ['api'],
  expiresAt: '2026-01-15T12:15:00Z',
  evidence: {
    workflow: 'octo/api/.github/workflows/deploy.yml@refs/heads/main',
    subject: 'repo:octo/api:ref:refs/heads/main',
    runId: '42',
    repository: 'octo/api',
    issuer: 'https://token.actions.githubusercontent.com',
    commit: '0a1b2c',
  },
} as const;

const drafts: Readonly<Record<string, readonly Draft[]>> = {
  'token.created': [
    tokenCreated(everything, { person: 'Zoë 🚀', token: 'token-1768478300-0000000000' }, contextOf()),
    tokenCreated({ id: 'token-1', name: "Ann's laptop", role: 'viewer' }, {}, contextOf()),
  ],
  'token.revoked': [
    tokenRevoked('token-1', { person: 'Ann', token: 'token-2' }, contextOf()),
    tokenRevoked('token-1', {}, contextOf()),
  ],
};

it.each(Object.entries(drafts))('the bytes of %s are those of the golden file', (name, drafts) => {
  const facts = sealedFacts({ id: '', drafts, warnings: [] });
  const bytes = `${facts.map((fact) => Buffer.from(encodeFact(fact)).toString()).join('\n')}\n`;
  const file = join(vectors, `${name}.v1.jsonl`);
  if (!existsSync(file) && process.env['WRITE_GOLDEN_FILES'] === '1') writeFileSync(file, bytes);
  expect(bytes).toBe(readFileSync(file, 'utf8'));
});
