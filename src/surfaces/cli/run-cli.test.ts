import { expect, test } from 'vitest';
import { program } from '../../../test/support/cli/run-in-process.ts';

test('says its name and version', async () => {
  const { run } = program();
  expect(await run('--version')).toEqual({ status: 0, stdout: 'deploy-ledger 1.2.3\n', stderr: '' });
  expect((await run('-v')).stdout).toBe('deploy-ledger 1.2.3\n');
});

test('shows the help of the program, examples first, when nothing is asked', async () => {
  const { run } = program();
  const { status, stdout, stderr } = await run();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Examples:\n {2}deploy-ledger /);
  expect((await run('--help')).stdout).toBe(stdout);
  expect((await run('help')).stdout).toBe(stdout);
});

test('shows the help of a command, examples first, within the terminal', async () => {
  const { run } = program({ isTerminal: true, width: 80 });
  const { status, stdout } = await run('list-deployments', '--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Examples:\n {2}deploy-ledger list-deployments /);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect((await run('help', 'list')).stdout).toBe(stdout);
});

test.each([
  [['recrod-deployment'], 'unknown command "recrod-deployment"; did you mean "record-deployment"?'],
  [['frobnicate'], 'unknown command "frobnicate"'],
  [['list', '--statsu', 'failure'], 'unknown option "--statsu"; did you mean "--status"?'],
  [['list', '--form', 'json'], 'unknown option "--form"; did you mean "--format"?'],
  [['--fromat', 'json', 'list'], 'unknown option "--fromat"; did you mean "--format"?'],
  [['list', '--format', 'jsn'], '--format: unknown format "jsn"; did you mean "json"?'],
  [['list', 'everything'], 'too many arguments'],
  [['list', '--database'], "option '-d, --database <path>' argument missing"],
  [['diff', 'staging'], "missing required argument 'b'"],
])('refuses %j with status 2 and says what is wrong', async (args, message) => {
  const { status, stdout, stderr } = await program().run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(`error: ${message}`);
});

test('gives the version option of a command to the command', async () => {
  const { run } = program();
  expect((await run('record-deployment', '--service', 'api', '--version', '2.3.0', '-e', 'staging')).status).toBe(0);
  expect(JSON.parse((await run('list')).stdout)).toMatchObject([{ service: 'api', version: '2.3.0' }]);
});

test('takes shared options before and after the command, the latter counting', async () => {
  const { run, home } = program();
  await run('-d', 'team.db', 'init');
  expect((await run('-d', 'team.db', '-f', 'csv', 'list', '-f', 'yaml')).stdout).toBe('[]\n');
  expect(JSON.parse((await run('--database', 'team.db', 'config', 'show')).stdout)).toContainEqual({
    setting: 'database',
    value: `${home}/team.db`,
    origin: 'flag --database',
  });
});

test('reads commands with underscores', async () => {
  const { run } = program();
  await run('init');
  expect(await run('list_deployments')).toMatchObject({ status: 0, stdout: '[]\n' });
});
