import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

const program = new BuiltProgram();
const file = (name: string) => join(program.home, name);
let key: string;
let id: string;

beforeAll(async () => {
  key = JSON.parse((await program.run('init', '--name', 'ledger.example/team', '-f', 'json')).stdout).verifierKey;
  id = (await program.run('record', '-s', 'api', '-v', '1', '-e', 'production', '-f', 'name')).stdout.trim();
  await program.shell('gdl checkpoint > early.txt; for v in 2 3; do gdl record -s api -v $v -e production; done');
});
afterAll(() => program.remove());

test('verifies the ledger, also against an earlier checkpoint', async () => {
  const { status, stdout } = await program.run('verify', '--against', 'early.txt');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    size: 3,
    failures: [],
    root: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await program.run('verify', '--only', 'log', '-f', 'table')).stdout).toMatch(/^Ok +true\nSize +3\n/);
});

test('ends with status 6 when an earlier checkpoint is of another log', async () => {
  await program.shell(
    'gdl init -q -d other.db --name ledger.example/team && gdl record -s x -v 1 -e staging -d other.db',
  );
  await program.shell('gdl checkpoint -d other.db > other.txt');
  const { status, stdout, stderr } = await program.run('verify', '--against', 'other.txt');
  expect({ status, ok: JSON.parse(stdout).ok }).toEqual({ status: 6, ok: false });
  expect(stderr).toContain('error: it does not verify: ');
});

test('prints a checkpoint as it is, whatever the format', async () => {
  const { stdout } = await program.run('checkpoint', '-f', 'json');
  expect(stdout).toMatch(/^ledger\.example\/team\n3\n[^\n]+\n\n— ledger\.example\/team [^\n]+\n$/);
});

test('proves one fact to somebody who has only the key', async () => {
  await program.shell(`gdl prove ${id} > fact.tlog-proof`);
  const stranger = new BuiltProgram();
  const { status, stdout } = await stranger.run('verify-proof', file('fact.tlog-proof'), '--key', key);
  stranger.remove();
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    origin: 'ledger.example/team',
    index: 0,
    fact: { data: { deployment: id } },
  });
});

test('ends with status 6 when a proof was tampered with', async () => {
  const proof = readFileSync(file('fact.tlog-proof'), 'utf8');
  writeFileSync(file('forged.tlog-proof'), proof.replace('index 0', 'index 1'));
  expect(await program.run('verify-proof', 'forged.tlog-proof')).toMatchObject({ status: 6, stdout: '' });
});

test('verifies an exported log offline, and finds the fact that was changed in it', async () => {
  await program.run('export', '--format', 'tlog', '--output', 'log');
  const stranger = new BuiltProgram();
  const verified = await stranger.run('verify', file('log'), '--key', key, '--against', file('early.txt'));
  expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('"ok": true') });
  const entries = file('log/tile/entries/000.p/3');
  writeFileSync(entries, readFileSync(entries, 'latin1').replace('"version":"2"', '"version":"9"'), 'latin1');
  const forged = await stranger.run('verify', file('log'), '--key', key);
  stranger.remove();
  expect(forged.status).toBe(6);
  expect(JSON.parse(forged.stdout).failures).toContainEqual(expect.objectContaining({ index: 1 }));
});

test('erases a person, after which everything still verifies', async () => {
  await program.shell('gdl record -s api -v 4 -e production --initiator "Alice Example" --message "asked Alice"');
  const tried = await program.run('erase-actor', 'Alice Example', '--alias', 'Alice', '--dry-run');
  expect(tried.stdout).toBe('Nothing erased (dry run). It would erase 1 person and 2 sealed values\n');
  await program.run('erase-actor', 'Alice Example', '--alias', 'Alice');
  const [deployment] = JSON.parse((await program.run('list', '-l', '1')).stdout);
  expect(deployment).toMatchObject({ version: '4', initiator: null, message: null });
  expect((await program.run('verify')).status).toBe(0);
});
