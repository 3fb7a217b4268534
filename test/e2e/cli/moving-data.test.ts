import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

let program: BuiltProgram;
beforeEach(() => {
  program = new BuiltProgram();
});
afterEach(() => program.remove());

const write = (name: string, text: string) => writeFileSync(join(program.home, name), text);

async function rows(...filter: string[]) {
  return JSON.parse((await program.run('list', '--limit', 'all', ...filter)).stdout);
}

test('imports a table by what its columns mean, and again without doubles', async () => {
  write('d.csv', 'app;tag;at;kind\napi;v2;2026-01-15T10:00Z;deploy\napi;v1;2026-01-15T11:00Z;back\n;v9;soon;deploy\n');
  const line =
    'gdl import csv d.csv --map service=app,version=tag,finishedAt=at --constant environment=production,previousVersion=v2 ' +
    '--rollback-when kind=back';
  const tried = await program.shell(`gdl init -q; ${line} --dry-run`);
  expect(tried.stdout).toBe('Would record 2 new, 1 refused\n');
  expect(await rows()).toEqual([]);
  const first = await program.shell(line);
  expect(first).toMatchObject({ status: 0, stdout: 'Recorded 2 new, 1 refused\n' });
  expect(first.stderr).toContain('warning: line 4: ');
  expect((await program.shell(line)).stdout).toBe('Recorded 0 new, 2 known already, 1 refused\n');
  expect(await rows()).toMatchObject([{ service: 'api', version: 'v2', status: 'rolled-back' }]);
});

test('says in JSON what became of an import, when asked', async () => {
  const { child, ended } = program.start(['import', 'jsonl', '-', '-f', 'json'], {
    input: '{"type":"service","name":"api"}\n{"type":"servise"}\n',
  });
  expect(child.pid).toBeDefined();
  expect(JSON.parse((await ended).stdout)).toMatchObject({
    read: 2,
    recorded: 1,
    duplicates: 0,
    rejected: [{ line: 2, why: expect.stringContaining('did you mean "service"?') }],
  });
});

test('stops at the first bad record when it must be strict, and fails when all are bad', async () => {
  write('bad.jsonl', '{"type":"service"}\n{"type":"service","name":"api"}\n');
  expect(await program.run('import', 'jsonl', 'bad.jsonl', '--strict')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('line 1: name is missing'),
  });
  write('worse.jsonl', 'not json\n');
  expect(await program.run('import', 'jsonl', 'worse.jsonl')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('all 1 records were refused'),
  });
});

test('imports the releases of a repository', async () => {
  const identity = '-c user.name=t -c user.email=t@example.com';
  await program.shell(
    `git init -q repo && cd repo && for v in 1 2; do git ${identity} commit -q --allow-empty -m $v; git tag v1.$v.0; done; git tag latest`,
  );
  const { stdout, stderr } = await program.run('import', 'git', 'repo');
  expect(stdout).toBe('Recorded 2 new\n');
  expect(stderr).toContain('left out 1 tag without a version');
  expect(await rows()).toMatchObject([{ service: 'repo', version: 'v1.2.0' }, { version: 'v1.1.0' }]);
});

test('goes to another ledger and back as claims', async () => {
  await program.shell(
    'gdl record -s api -v 1 -e production --completed -2h; gdl record -s api -v 2 -e production --completed -1h -q; ' +
      'gdl rollback -s api --from-version 2 --to-version 1 -r "slow"; gdl record-incident -s api --title "slow" -q',
  );
  const before = await program.shell('gdl export --format jsonl');
  for (const format of ['jsonl', 'json', 'sexp']) {
    const { status, stderr } = await program.shell(
      `gdl init -q -d ${format}.db && gdl export --format ${format} --output all.${format} && gdl import ${format} all.${format} -d ${format}.db`,
    );
    expect({ format, status, stderr }).toEqual({ format, status: 0, stderr: `Exported to all.${format}\n` });
    expect((await program.shell(`gdl export --format jsonl -d ${format}.db`)).stdout).toBe(before.stdout);
  }
});

test('keeps what was recorded when an import is interrupted', async () => {
  const lines = Array.from({ length: 20_000 }, (_, i) =>
    JSON.stringify({
      type: 'deployment',
      service: 'api',
      version: `${i}`,
      environment: 'production',
      finishedAt: '-1h',
    }),
  );
  write('many.jsonl', lines.join('\n'));
  await program.run('init', '-q');
  const { child, ended } = program.start(['import', 'jsonl', 'many.jsonl']);
  while ((await rows('-s', 'api')).length === 0);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ signal: 'SIGINT', stdout: '' });
  const kept = (await rows()).length;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(lines.length);
  expect(JSON.parse((await program.run('verify')).stdout)).toMatchObject({ ok: true, size: kept });
});

test('makes up a fleet in an empty ledger, again without doubles, and never beside other facts', async () => {
  await program.run('init', '-q', '-d', 'demo.db');
  expect((await program.run('demo', '-d', 'demo.db')).stdout).toMatch(/^Recorded [1-9]\d{3} new\n$/);
  expect((await program.run('demo', '-d', 'demo.db')).stdout).toMatch(/^Recorded 0 new, [1-9]\d{3} known already\n$/);
  await program.run('record', '-s', 'api', '-v', '1', '-e', 'production', '-d', 'demo.db');
  expect(await program.run('demo', '-d', 'demo.db')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('that are no demo'),
  });
});
