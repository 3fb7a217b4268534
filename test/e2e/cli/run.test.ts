import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

let program: BuiltProgram;
beforeEach(() => {
  program = new BuiltProgram();
});
afterEach(() => program.remove());

const gdlRun = 'gdl run -s api -v 1 -e production';

async function deployments() {
  return JSON.parse((await program.run('list')).stdout);
}

test('records the start and the end of a command, and ends as it did', async () => {
  const { status, stdout } = await program.shell(`${gdlRun} -- bash -c 'echo "secret: $1"; exit 3' - hunter2`);
  expect({ status, stdout }).toEqual({ status: 3, stdout: 'secret: hunter2\n' });
  const [deployment] = await deployments();
  expect(deployment).toMatchObject({
    status: 'failure',
    message: 'bash ended with status 3',
    metadata: { command: 'bash' },
    durationMs: expect.any(Number),
  });
  expect(JSON.stringify(deployment)).not.toContain('hunter2');
});

test('records a success, and gives the command its input and its options', async () => {
  const { status, stdout } = await program.shell(`echo hello | ${gdlRun} cat -n`);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '     1\thello\n' });
  expect(await deployments()).toMatchObject([{ status: 'success' }]);
});

test('records a signal to the command as cancelled', async () => {
  expect((await program.shell(`${gdlRun} -- bash -c 'kill -TERM $$'`)).status).toBe(143);
  expect(await deployments()).toMatchObject([{ status: 'cancelled', message: 'bash was ended by SIGTERM' }]);
});

test('passes a signal on, and waits for the command to clean up', async () => {
  const script = 'trap "echo cleaned; exit 7" TERM; echo ready; while :; do sleep 0.05; done';
  const { child, ended } = program.start([
    'run',
    '-s',
    'api',
    '-v',
    '1',
    '-e',
    'production',
    '--',
    'bash',
    '-c',
    script,
  ]);
  child.stdout?.once('data', () => child.kill('SIGTERM'));
  expect(await ended).toMatchObject({ status: 7, stdout: 'ready\ncleaned\n' });
  expect(await deployments()).toMatchObject([
    { status: 'cancelled', message: 'bash ended with status 7 after SIGTERM' },
  ]);
});

test('says with status 127 that there is no such command', async () => {
  const { status, stderr } = await program.shell(`${gdlRun} -- no-such-program`);
  expect({ status, stderr }).toMatchObject({
    status: 127,
    stderr: expect.stringContaining('no-such-program was not found'),
  });
  expect(await deployments()).toMatchObject([{ status: 'failure' }]);
});

test('does not run the command when the claim itself is wrong', async () => {
  const { status, stdout } = await program.shell('gdl run -s api -v 1 -e prodution -- echo ran');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

test('runs the command when the ledger cannot be written, and sends the facts with the next record', async () => {
  const { status, stdout, stderr } = await program.shell(`${gdlRun} -d team.db -- echo ran`);
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'ran\n' });
  expect(stderr).toContain('cannot record now');
  await program.shell('gdl init -q -d team.db; gdl record -s web -v 1 -e production -d team.db');
  const listed = JSON.parse((await program.run('list', '-d', 'team.db', '-s', 'api')).stdout);
  expect(listed).toMatchObject([{ status: 'success', message: 'echo ended with status 0' }]);
  expect((await program.shell('find ~/.deploy-ledger/spool -type f')).stdout).toBe('');
});

test('keeps the end for later when the ledger goes away meanwhile', async () => {
  const away = 'mv ~/.deploy-ledger/deployments.db ~/away.db';
  await program.run('init', '-q');
  expect((await program.shell(`${gdlRun} -d ~/.deploy-ledger/deployments.db -- bash -c '${away}'`)).status).toBe(0);
  await program.shell('mv ~/away.db ~/.deploy-ledger/deployments.db');
  expect(await deployments()).toMatchObject([{ status: 'in-progress' }]);
  await program.run('record', '-s', 'web', '-v', '1', '-e', 'production');
  expect(JSON.parse((await program.run('list', '-s', 'api')).stdout)).toMatchObject([{ status: 'success' }]);
});

test('refuses to run unrecorded when it must be strict', async () => {
  const { status, stdout } = await program.shell(`${gdlRun} -d team.db --strict -- echo ran`);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
});
