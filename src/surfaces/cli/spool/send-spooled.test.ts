import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { program } from '../../../../test/support/cli/run-in-process.ts';
import { refused, spool, spooled, spoolFolder } from './spool-folder.ts';

const started = {
  type: 'deployment',
  id: 'deploy-1',
  service: 'api',
  version: '1',
  environment: 'production',
  status: 'in-progress',
  startedAt: '2026-01-15T10:00:00Z',
  idempotencyKey: 'run:deploy-1:start',
};
const ended = {
  type: 'deployment-status',
  deployment: 'deploy-1',
  status: 'failure',
  at: '2026-01-15T10:05:00Z',
  idempotencyKey: 'run:deploy-1:end',
};

function folderOf(home: string): string {
  const own = join(home, '.deploy-ledger');
  return spoolFolder(join(own, 'spool'), join(own, 'deployments.db'));
}

test('records what waits before anything new, and forgets it', async () => {
  const { run, home } = program();
  await run('init');
  await spool(folderOf(home), 'deploy-1', [started, ended]);
  const { stderr } = await run('record', '-s', 'web', '-v', '1', '-e', 'production');
  expect(stderr).toContain('recorded 2 facts that waited');
  const [, first] = JSON.parse((await run('list')).stdout);
  expect(first).toMatchObject({ id: 'deploy-1', status: 'failure', durationMs: 300_000 });
  expect(existsSync(folderOf(home))).toBe(false);
});

test('records it once when it was sent before and not forgotten', async () => {
  const { run, home } = program();
  await run('init');
  for (let time = 0; time < 2; time++) {
    await spool(folderOf(home), 'deploy-1', [started, ended]);
    await run('record', '-s', 'web', '-v', '1', '-e', 'production');
  }
  expect(JSON.parse((await run('list', '-s', 'api')).stdout)).toHaveLength(1);
});

test('does not send it when a command only reads', async () => {
  const { run, home } = program();
  await run('init');
  await spool(folderOf(home), 'deploy-1', [started]);
  expect((await run('list')).stdout).toBe('[]\n');
  expect(await spooled(folderOf(home))).toHaveLength(1);
});

test('puts aside what can never be recorded, says where, and goes on', async () => {
  const { run, home } = program();
  await run('init');
  await spool(folderOf(home), 'deploy-1', [ended]);
  await spool(folderOf(home), 'deploy-2', [{ ...started, id: 'deploy-2' }]);
  const { status, stderr } = await run('record', '-s', 'web', '-v', '1', '-e', 'production');
  const [aside = ''] = await refused(folderOf(home));
  expect(status).toBe(0);
  expect(stderr).toContain(`was refused (no deployment "deploy-1" is recorded); it is kept in ${aside}`);
  expect(JSON.parse(readFileSync(aside, 'utf8'))).toEqual(ended);
  expect(JSON.parse((await run('list')).stdout)).toHaveLength(2);
  expect((await run('doctor', '-f', 'table')).stdout).toMatch(/warn +spool/);
});

test('puts aside what is damaged', async () => {
  const { run, home } = program();
  await run('init');
  const path = await spool(folderOf(home), 'deploy-1', [started]);
  writeFileSync(path, '{"type":"deploy');
  expect((await run('checkpoint')).stderr).toContain('was refused (it is no JSON)');
  expect(await refused(folderOf(home))).toHaveLength(1);
});

test('registers the environments that it meets, so that nothing is lost', async () => {
  const { run, home } = program();
  await run('init');
  await spool(folderOf(home), 'deploy-1', [{ ...started, environment: 'live-eu' }]);
  await run('checkpoint');
  expect(JSON.parse((await run('list')).stdout)).toMatchObject([{ environment: 'live-eu' }]);
});
