import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

let program: BuiltProgram;
beforeEach(async () => {
  program = new BuiltProgram();
  await program.run('register-environment', 'sandbox', '--tier', 'development', '--limit', '400ms');
});
afterEach(() => program.remove());

/** Begins a deployment and lets its deadline pass. */
async function forsaken(): Promise<string> {
  const begun = await program.run('record', '-s', 'web', '-v', '1', '-e', 'sandbox', '--status', 'in-progress');
  await sleep(500);
  return begun.stdout.trim().split(' ').at(-1) ?? '';
}

const record = (...more: string[]) => program.run('record', '-s', 'api', '-v', '1', '-e', 'production', ...more);

async function detail(id: string) {
  const { stdout } = await program.run('get-deployment', id, '-f', 'json');
  const { status, facts } = JSON.parse(stdout) as { status: string; facts: { type: string }[] };
  return { status, facts: facts.map(({ type }) => type.replace('deployment.', '')) };
}

const verified = async () => JSON.parse((await program.run('verify', '-f', 'json')).stdout);

test('is seen to by whatever command records next, once, even when several do at once', async () => {
  const id = await forsaken();
  const ended = await Promise.all([record(), record(), record(), record()]);
  expect(ended.map(({ status, stderr }) => ({ status, stderr }))).toEqual(Array(4).fill({ status: 0, stderr: '' }));
  expect(await detail(id)).toEqual({ status: 'abandoned', facts: ['recorded', 'abandoned'] });
  const { ok, size, checkpoint } = await verified();
  expect({ ok, size, signed: checkpoint.split('\n')[1] }).toEqual({ ok: true, size: 7, signed: '7' });
});

test('gives way to the end that is reported late, by the command that reports it', async () => {
  const [first, second] = [await forsaken(), await forsaken()];
  await record();
  expect((await program.run('update-deployment', first, '--status', 'success')).status).toBe(0);
  expect(await detail(first)).toEqual({ status: 'success', facts: ['recorded', 'abandoned', 'finished'] });
  expect((await detail(second)).status).toBe('abandoned');
  const third = await forsaken();
  await program.run('update-deployment', third, '--status', 'failure');
  expect(await detail(third)).toEqual({ status: 'failure', facts: ['recorded', 'finished'] });
});

test('is left alone by commands that record nothing', async () => {
  await forsaken();
  const { size } = await verified();
  await record('--dry-run');
  await program.shell('gdl export --format jsonl --output all.jsonl; gdl import jsonl all.jsonl --dry-run; gdl list');
  expect(await verified()).toMatchObject({ ok: true, size });
});

test('befalls an import of the past at once', async () => {
  const past = { type: 'deployment', service: 'api', version: '1', environment: 'production', status: 'in-progress' };
  const line = JSON.stringify({ ...past, id: 'old', startedAt: '2022-03-01T10:00:00Z' });
  const { ended } = program.start(['import', 'jsonl', '-'], { input: line });
  expect(await ended).toMatchObject({ status: 0, stdout: 'Recorded 1 new\n' });
  expect(await detail('old')).toEqual({ status: 'abandoned', facts: ['recorded', 'abandoned'] });
});
