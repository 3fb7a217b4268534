import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { program } from '../../../../test/support/cli/run-in-process.ts';
import { serverOnCopy } from '../../../../test/support/server-on-copy.ts';
import { refused, spooled, spoolFolder } from './spool-folder.ts';

afterEach(() => vi.unstubAllGlobals());

const address = 'http://localhost';
const line = ['record', '-s', 'api', '-v', '2', '-e', 'production', '--database', address];

async function unreachable() {
  let nowMs = Date.UTC(2026, 0, 15, 10);
  const made = program({ nowMs: () => nowMs });
  await made.run('init');
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
  });
  const folder = spoolFolder(join(made.home, '.deploy-ledger', 'spool'), address);
  return {
    ...made,
    folder,
    later: (ms: number) => {
      nowMs += ms;
    },
  };
}

test('a record that a server does not take waits, and the next command sends it as of when it happened', async () => {
  const { run, home, folder, later } = await unreachable();
  const { status, stdout, stderr } = await run(...line);
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('connect ECONNREFUSED') });
  const [, id] = /^Waits to be recorded: (deploy-\S+)\n$/.exec(stdout) ?? [];
  expect(await spooled(folder)).toHaveLength(1);
  later(3_600_000);
  const { ledger } = await serverOnCopy(home);
  expect((await run('record-incident', '-s', 'api', '-e', 'production', '--database', address)).stderr).toContain(
    'recorded 1 fact that waited',
  );
  expect((await ledger.deployments({})).items).toMatchObject([{ id, finishedAt: '2026-01-15T10:00:00Z' }]);
  expect(await spooled(folder)).toEqual([]);
});

test('what speaks of a record that waits is sent after it', async () => {
  const { run, home, folder, later } = await unreachable();
  const waiting = await run(...line, '--status', 'in-progress', '-f', 'json');
  const { id } = JSON.parse(waiting.stdout);
  later(1000);
  await run('update-deployment', id, '--status', 'failure', '--database', address);
  const { ledger } = await serverOnCopy(home);
  await run('checkpoint', '--database', address);
  expect(await ledger.deployment(id)).toMatchObject({ status: 'failure', durationMs: 1000 });
  expect(await refused(folder)).toEqual([]);
});

test('one that arrived without word of it is no second record', async () => {
  const { run, home } = await unreachable();
  const server = await serverOnCopy(home);
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    await server.request(url.pathname, init);
    throw new TypeError('fetch failed');
  });
  await run(...line);
  vi.stubGlobal('fetch', (url: URL, init: RequestInit) => server.request(url.pathname + url.search, init));
  expect((await run('checkpoint', '--database', address)).stderr).toContain('recorded 1 fact that waited');
  expect((await server.ledger.deployments({})).items).toHaveLength(1);
});

test('with --strict it is a failure, and nothing is kept', async () => {
  const { run, folder } = await unreachable();
  expect((await run(...line, '--strict')).status).toBe(4);
  expect(await spooled(folder)).toEqual([]);
});

test('what the server refuses is not kept', async () => {
  const { run, home, folder } = await unreachable();
  await serverOnCopy(home);
  expect((await run('record', '-s', 'api', '-v', '2', '-e', 'prodution', '--database', address)).status).toBe(2);
  expect(await spooled(folder)).toEqual([]);
});

test("a key of the person's own keeps its words, so that the same line again is the same record", async () => {
  const { run, home, later } = await unreachable();
  const { ledger } = await serverOnCopy(home);
  for (let time = 0; time < 2; time++) {
    later(1000);
    expect((await run(...line, '--idempotency-key', 'build-7')).status).toBe(0);
  }
  expect((await ledger.deployments({})).items).toHaveLength(1);
});

test('a run whose start and end no server takes is kept whole', async () => {
  const { run, home } = await unreachable();
  const ran = await run('run', '-s', 'api', '-v', '2', '-e', 'production', '-d', address, '--', 'true');
  expect(ran).toMatchObject({ status: 0, stderr: expect.stringContaining('waiting') });
  const folder = spoolFolder(join(home, '.deploy-ledger', 'spool'), address);
  const [file] = await spooled(folder);
  expect(
    readFileSync(file?.path ?? '', 'utf8')
      .trim()
      .split('\n'),
  ).toHaveLength(2);
});
