import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

const program = new BuiltProgram();
beforeAll(async () => {
  await program.run('init', '--quiet');
  for (const version of ['1', '2']) await program.run('record', '-s', 'api', '-v', version, '-e', 'production');
});
afterAll(() => program.remove());

test('says its version, and the name of the original tool when it is called by that', async () => {
  expect((await program.run('--version')).stdout).toMatch(/^deploy-ledger \d+\.\d+\.\d+\n$/);
  const link = join(program.home, 'guile-deploy-ledger');
  symlinkSync(program.bin, link);
  expect((await new BuiltProgram(link).run('-v')).stdout).toMatch(/^guile-deploy-ledger \d/);
});

test('ends quietly when the reader of its output has seen enough', async () => {
  const { status, stdout, stderr } = await program.shell(
    'set -o pipefail; for i in {1..40}; do echo "{\\"type\\":\\"service\\",\\"name\\":\\"s$i\\"}"; done | gdl import jsonl - -q; ' +
      'gdl export --format jsonl | head -n 1',
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
});

test('keeps data on standard output and all else on standard error', async () => {
  const { stdout, stderr } = await program.run('list', '--limit', '1');
  expect(JSON.parse(stdout)).toHaveLength(1);
  const [, cursor = ''] = /--cursor (\S+)/.exec(stderr) ?? [];
  const next = await program.run('list', '--limit', '1', '--cursor', cursor);
  expect(JSON.parse(next.stdout)).toMatchObject([{ version: '1' }]);
  expect(next.stderr).toBe('');
});

test('follows NO_COLOR, FORCE_COLOR and a dumb terminal', async () => {
  const painted = async (environment: NodeJS.ProcessEnv) =>
    (await program.start(['list', '-f', 'table'], { environment }).ended).stdout.includes('\u001b[');
  expect(await painted({})).toBe(false);
  expect(await painted({ FORCE_COLOR: '1' })).toBe(true);
  expect(await painted({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
});

test('prints nothing about a record when quiet, its sentence when piped, and the record when asked', async () => {
  const args = ['record', '-s', 'web', '-v', '1', '-e', 'staging'];
  expect(await program.run(...args, '-q')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  const environment = { DEPLOY_LEDGER_FORMAT: 'json' };
  expect((await program.start(args, { environment }).ended).stdout).toMatch(/^Deployment recorded: deploy-/);
  const { index, leafHash, service } = JSON.parse((await program.run(...args, '-f', 'json')).stdout);
  expect({ index, service }).toEqual({ index: expect.any(Number), service: 'web' });
  expect(leafHash).toMatch(/^[0-9a-f]{64}$/);
});

test('takes the place of the ledger from the environment and the config file', async () => {
  await program.shell(
    'gdl init -q -d team.db; mkdir -p ~/.deploy-ledger; echo "format: name" > ~/.deploy-ledger/config.yaml',
  );
  const environment = { DEPLOY_LEDGER_DB: 'team.db' };
  expect((await program.start(['list', '-f', 'json'], { environment }).ended).stdout).toBe('[]\n');
  expect((await program.run('list', '-s', 'api', '-l', '1')).stdout).toMatch(/^deploy-\S+\n$/);
  const { stdout } = await program.start(['config', 'show', '-f', 'json'], { environment }).ended;
  expect(JSON.parse(stdout)).toEqual(
    expect.arrayContaining([
      { setting: 'database', value: join(program.home, 'team.db'), origin: 'environment DEPLOY_LEDGER_DB' },
      { setting: 'format', value: 'json', origin: 'flag --format' },
    ]),
  );
  await program.shell('rm ~/.deploy-ledger/config.yaml');
});

test.each(['yaml', 'jsonl', 'csv', 'markdown', 'org', 'sexp', 'name', 'wide'])('lists in %s', async (format) => {
  const { status, stdout, stderr } = await program.run('list', '-s', 'api', '--limit', 'all', '-f', format);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('deploy-');
});

test('finds everything in order, and says so with status 0', async () => {
  const { status, stdout } = await program.run('doctor', '-f', 'json');
  const checks: { name: string; state: string }[] = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(checks.map(({ name, state }) => `${name} ${state}`)).toEqual(
    ['node', 'sqlite', 'config', 'database', 'disk', 'ledger', 'key', 'checkpoint', 'clock', 'spool'].map(
      (name) => `${name} ok`,
    ),
  );
});

test('finds a signing key that others can read', async () => {
  const { status, stdout } = await program.shell(
    'chmod 644 ~/.deploy-ledger/keys/*; gdl doctor -f table; status=$?; chmod 600 ~/.deploy-ledger/keys/*; exit $status',
  );
  expect(status).toBe(5);
  expect(stdout).toMatch(/fail +key/);
});
