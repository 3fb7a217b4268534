import { expect, test } from 'vitest';
import { program } from '../../../../test/support/cli/run-in-process.ts';

test('shows a token once, as JSON in a pipe', async () => {
  const { run } = program();
  const { status, stdout, stderr } = await run('token', 'create', '--name', 'ci', '--role', 'deployer');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    id: expect.stringMatching(/^token-\d+-\w{10}$/),
    token: expect.stringMatching(/^dl_[\w-]{49}$/),
    role: 'deployer',
    expiresAt: null,
  });
  expect(stderr).toContain('not shown again');
  const list = await run('token', 'list');
  expect(JSON.parse(list.stdout)).toMatchObject([{ name: 'ci', role: 'deployer', initiator: 'tester' }]);
  expect(list.stdout).not.toContain(JSON.parse(stdout).token);
});

test('prints nothing but the token where it is to be put into a variable', async () => {
  const { run } = program();
  const { stdout } = await run('token', 'create', '--name', 'x', '--role', 'viewer', '-f', 'name', '-q');
  expect(stdout).toMatch(/^dl_[\w-]{49}\n$/);
});

test('limits a token to names and a time', async () => {
  const { run } = program();
  const scope = ['-e', 'staging,production', '-s', 'api', '-s', 'web', '--expires', '90d'];
  const { stdout } = await run('token', 'create', '--name', 'x', '--role', 'viewer', ...scope);
  const created = JSON.parse(stdout);
  expect(created).toMatchObject({ environments: ['staging', 'production'], services: ['api', 'web'] });
  const days = (Date.parse(created.expiresAt) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(90);
});

test('revokes a token, and lists it from then on only when all are asked for', async () => {
  const { run } = program();
  const { id } = JSON.parse((await run('token', 'create', '--name', 'x', '--role', 'viewer')).stdout);
  expect((await run('token', 'revoke', id)).stdout).toBe(`Token revoked: ${id}\n`);
  expect((await run('token', 'revoke', id)).stdout).toMatch(/^Token was revoked before, at /);
  expect((await run('token', 'list')).stdout).toBe('[]\n');
  expect(JSON.parse((await run('token', 'list', '--all')).stdout)).toMatchObject([{ id, state: 'revoked' }]);
  expect(JSON.parse((await run('verify')).stdout)).toMatchObject({ ok: true, size: 2 });
});

test.each([
  [['create', '--role', 'viewer'], 2, '--name is missing'],
  [['create', '--name', 'x'], 2, '--role is missing'],
  [['create', '--name', 'x', '--role', 'deploier'], 2, 'did you mean "deployer"'],
  [['create', '--name', 'x', '--role', 'viewer', '--expires', '2001-01-01'], 2, '--expires: "2001-01-01" is over'],
  [['create', 'x', '--role', 'viewer'], 2, 'stands where nothing is expected'],
  [['revoke'], 2, 'the id of the token is missing'],
  [['creat'], 2, 'did you mean "create"'],
  [['revoke', 'token-9'], 3, 'nothing is recorded yet'],
])('token %j ends with %i: %s', async (args, expected, message) => {
  const { status, stderr, stdout } = await program().run('token', ...args);
  expect([status, stdout]).toEqual([expected, '']);
  expect(stderr).toContain(message);
});
