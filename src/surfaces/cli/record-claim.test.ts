import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../../../test/support/cli/run-in-process.ts';

const api = ['-s', 'api', '-v', '1', '-e', 'production'] as const;

test('a mistake in what is claimed makes no ledger', async () => {
  const { run, home } = program();
  expect((await run('record', '-s', 'api', '-v', '1')).status).toBe(2);
  expect(existsSync(join(home, '.deploy-ledger'))).toBe(false);
});

test('a dry run makes no ledger, records nothing and says that all is well', async () => {
  const { run } = program();
  expect((await run('record', ...api, '--dry-run')).status).toBe(3);
  await run('init');
  const tried = await run('record', ...api, '--dry-run');
  expect(tried).toEqual({
    status: 0,
    stdout: 'Nothing was recorded: this was a dry run, and it would be accepted\n',
    stderr: '',
  });
  expect((await run('record', ...api, '--dry-run', '--type', 'cannary')).status).toBe(2);
  expect((await run('list')).stdout).toBe('[]\n');
});

test('an environment that nobody registered is taken when the command says so, with a warning', async () => {
  const { run } = program();
  const { status, stderr } = await run('record', '-s', 'api', '-v', '1', '-e', 'live-eu', '--new-environment');
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('registered the environment'),
  });
  expect((await run('record', '-s', 'api', '-v', '2', '-e', 'live-eu')).status).toBe(0);
});

test('whoever is logged in did it, unless another name is given', async () => {
  const { run } = program();
  await run('record', ...api);
  await run('record', ...api, '--initiator', 'alice');
  const [latest, first] = JSON.parse((await run('list')).stdout);
  expect([first.initiator, latest.initiator]).toEqual(['tester', 'alice']);
});

test.each([
  [
    ['record-rollback', '-s', 'api', '--from-version', '2', '--to-version', '1', '-r', 'slow'],
    { toVersion: '1', trigger: 'manual' },
  ],
  [
    ['record-incident', '-s', 'api', '--id', 'INC-1', '--title', 'down'],
    { id: 'INC-1', severity: 'medium', title: 'down' },
  ],
  [['record-removal', '-s', 'api', '-e', 'production'], { service: 'api', environment: 'production' }],
  [
    ['register-service', 'api', '--type', 'batch_job', '--depends-on', 'db,cache'],
    { serviceType: 'batch-job', dependsOn: ['db', 'cache'] },
  ],
  [['register-environment', 'qa', '--order', '25', '--limit', '90m'], { name: 'qa', order: 25, limitMs: 5_400_000 }],
])('%j gives its whole record when a format is asked for', async (args, expected) => {
  const { run } = program();
  const { status, stdout } = await run(...args, '-f', 'json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ ...expected, index: expect.any(Number) });
});

test('an incident is resolved and attributed by its id', async () => {
  const { run } = program();
  const id = (await run('record', ...api, '-f', 'name')).stdout.trim();
  await run('record-incident', '-s', 'api', '--id', 'INC-1', '--opened', '2026-01-15T10:00Z');
  expect((await run('attribute-incident', 'INC-1', '--caused-by', id)).stdout).toBe(
    `Incident attributed: INC-1 to ${id}\n`,
  );
  expect((await run('resolve-incident', 'INC-1', '--resolved', '2026-01-15T10:30Z')).stdout).toBe(
    'Incident resolved: INC-1\n',
  );
  expect(JSON.parse((await run('list-incidents')).stdout)).toMatchObject([{ causedBy: id, durationMs: 1_800_000 }]);
  expect((await run('list-incidents', '--open')).stdout).toBe('[]\n');
});

test('a correction changes what lists show, and not what they showed before', async () => {
  const { run } = program();
  const id = (await run('record', ...api, '-f', 'name')).stdout.trim();
  expect((await run('correct-deployment', id, '--set', 'version=2', '-r', 'typing error')).stdout).toBe(
    `Deployment corrected: ${id}\n`,
  );
  expect(JSON.parse((await run('list')).stdout)).toMatchObject([{ version: '2' }]);
  expect(JSON.parse((await run('list', '--known-at', '0')).stdout)).toMatchObject([{ version: '1' }]);
});
