import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { program } from '../../../test/support/cli/run-in-process.ts';
import { serverOnCopy } from '../../../test/support/server-on-copy.ts';

afterEach(() => vi.unstubAllGlobals());

/** The command line over a server of its own. */
async function overServer() {
  const { run, home } = program();
  await run('init');
  const server = await serverOnCopy(home);
  const remotely = (...args: string[]) => run(...args, '--database', 'http://localhost');
  const record = async (...args: string[]) => JSON.parse((await remotely(...args, '-f', 'json')).stdout);
  return { remotely, record, home, server, ledger: server.ledger };
}

test('every sort of record goes through its own operation', async () => {
  const { remotely, record, ledger } = await overServer();
  await remotely('register-service', 'api', '--type', 'microservice');
  await remotely('register-environment', 'live', '--tier', 'production');
  const { id } = await record('record', '-s', 'api', '-v', '2', '-e', 'live', '--status', 'in-progress');
  await remotely('update-deployment', id, '--status', 'failure');
  await remotely('correct-deployment', id, '--set', 'version=2.1', '--reason', 'a slip');
  const incident = await record('record-incident', '-s', 'api', '-e', 'live', '--title', 'It is down');
  await remotely('attribute-incident', incident.id, '--caused-by', id);
  await remotely('resolve-incident', incident.id);
  await remotely('rollback', '-s', 'api', '--from-version', '2.1', '--to-version', '2', '-r', 'slow', '-e', 'live');
  await remotely('record-removal', '-s', 'api', '-e', 'live');
  const { status, version, rollback, incidents } = await ledger.deployment(id);
  expect({ status, version, rollback, incidents }).toMatchObject({
    status: 'failure',
    version: '2.1',
    rollback: { reason: 'slow' },
    incidents: [{ causedBy: id, resolvedAt: expect.any(String) }],
  });
  expect(await ledger.running({})).toEqual([]);
  expect(await ledger.size()).toBe(10);
});

test('an environment that nobody knows is registered when that is asked for', async () => {
  const { remotely, ledger } = await overServer();
  const line = ['record', '-s', 'api', '-v', '2', '-e', 'live-eu'];
  expect(await remotely(...line)).toMatchObject({ status: 2, stderr: expect.stringContaining('unknown environment') });
  expect(await remotely(...line, '--new-environment')).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('registered the environment "live-eu" with tier production'),
  });
  expect((await ledger.deployments({})).items).toMatchObject([{ environment: 'live-eu' }]);
});

test('an import says of each line what became of it, and records nothing twice', async () => {
  const { remotely, home } = await overServer();
  const rows = Array.from({ length: 1200 }, (_, i) => `api,${i},production,2026-01-01T00:00:00Z`);
  rows[700] = 'api,700,production,soon';
  writeFileSync(join(home, 'rows.csv'), ['service,version,environment,finishedAt', ...rows].join('\n'));
  const first = JSON.parse((await remotely('import', 'csv', join(home, 'rows.csv'), '-f', 'json')).stdout);
  expect(first).toMatchObject({ read: 1200, recorded: 1199, duplicates: 0, rejected: [{ line: 702 }] });
  const second = JSON.parse((await remotely('import', 'csv', join(home, 'rows.csv'), '-f', 'json')).stdout);
  expect(second).toMatchObject({ recorded: 0, duplicates: 1199 });
});

test('a proof made from the tiles verifies with the key alone, and so does an exported log', async () => {
  const { remotely, home, ledger } = await overServer();
  for (let i = 0; i < 3; i++) await remotely('record', '-s', 'api', '-v', String(i), '-e', 'production');
  const proof = join(home, 'proof');
  writeFileSync(proof, (await remotely('prove', '1')).stdout);
  expect((await remotely('verify-proof', proof, '--key', ledger.verifierKey)).status).toBe(0);
  await remotely('export', '--format', 'tlog', '--output', join(home, 'log'));
  const verified = await remotely('verify', join(home, 'log'), '--key', ledger.verifierKey, '-f', 'json');
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, size: 3 });
});

test.each([
  ['erase-actor', 'Ann'],
  ['export', '--format', 'sqlite', '--output', 'x.sqlite'],
  ['export', '--format', 'jsonl'],
  ['record', '-s', 'api', '-v', '1', '-e', 'production', '--dry-run'],
  ['init'],
])('%s %s is refused, with the way to do it', async (...line) => {
  const { remotely } = await overServer();
  expect(await remotely(...line)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('the machine of the server'),
  });
});

test('doctor asks the server', async () => {
  const { record, remotely } = await overServer();
  const checks = await record('doctor');
  expect(checks).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ name: 'server', state: 'ok' }),
      expect.objectContaining({ name: 'access' }),
    ]),
  );
  vi.stubGlobal('fetch', async () => Response.json({ code: 'unauthenticated', detail: 'no' }, { status: 401 }));
  expect(await remotely('list')).toMatchObject({ status: 5, stderr: expect.stringContaining('DEPLOY_LEDGER_API_KEY') });
  expect((await remotely('doctor')).status).toBe(5);
});
