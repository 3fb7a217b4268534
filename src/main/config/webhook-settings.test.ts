import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { webhookSettings } from './webhook-settings.ts';

const settings = (section: unknown, environment: NodeJS.ProcessEnv = {}, cwd = '/') =>
  webhookSettings(section, { environment, cwd });

it('keeps bodies for 30 days unless the settings say otherwise', () => {
  expect(settings(undefined)).toEqual({ sources: {}, retentionMs: 30 * 86_400_000 });
  expect(settings({ retention: '12h' }).retentionMs).toBe(43_200_000);
  expect(() => settings({ retention: 'for ever' })).toThrow('sources.retention');
});

it('takes several secrets, and those of the environment before those of the file', () => {
  const section = { github: { secret: 'a', secrets: ['b'], rules: [] }, 'argo-rollouts': { secret: 'c' } };
  const { sources } = settings(section, { ARGO_ROLLOUTS_WEBHOOK_SECRET: 'new\nold\n', GITLAB_WEBHOOK_TOKEN: 't' });
  expect(sources).toMatchObject({
    github: { secrets: ['a', 'b'], rules: [] },
    'argo-rollouts': { secrets: ['new', 'old'] },
    gitlab: { secrets: ['t'] },
  });
});

it('reads a secret from a file', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'secrets-'));
  writeFileSync(join(cwd, 'github'), 'from a file\n');
  const { sources } = settings({}, { GITHUB_WEBHOOK_SECRET_FILE: 'github' }, cwd);
  expect(sources['github']?.secrets).toEqual(['from a file']);
  expect(() => settings({}, { GITHUB_WEBHOOK_SECRET_FILE: 'absent' }, cwd)).toThrow('GITHUB_WEBHOOK_SECRET_FILE');
});

it.each([[{ github: { secrit: 'a' } }], [{ github: 'a' }], [{ github: { secret: '' } }]])('refuses %j', (section) => {
  expect(() => settings(section)).toThrow('sources: ');
});
