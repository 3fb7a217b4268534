import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

const program = new BuiltProgram();
afterAll(() => program.remove());

async function answer(line: string): Promise<string> {
  const { status, stdout, stderr } = await program.shell(`gdl ${line}`);
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
  return stdout;
}

beforeAll(async () => {
  const deploy = (service: string, version: number, more = '') =>
    answer(`record-deployment -s ${service} -v ${version} -e production --completed -${20 - version}h ${more}`);
  for (const version of [1, 2, 3]) await deploy('payments', version);
  await deploy('payments', 4, '--status failure');
  await deploy('web', 1);
  await answer('register-service payments --depends-on vault --tier gold');
  await answer('register-service web --depends-on payments');
});

test('gives a score where enough is known, and the reason where it is not', async () => {
  const report = JSON.parse(await answer('health -f json'));
  expect(report).toMatchObject({ healthVersion: 1, environments: ['production'] });
  expect(report.services).toMatchObject([
    { service: 'payments', tier: 'gold', deployments: 4, score: expect.any(Number), reason: null },
    { service: 'web', score: null, reason: '1 deployment ended in the window; a score needs 3' },
  ]);
  const [{ parts, recommendations }] = report.services;
  expect(parts).toContainEqual(expect.objectContaining({ name: 'success-rate', measured: 0.75, weight: 20 }));
  expect(recommendations[0].text).toContain('payments: 1 of 4 deployments did not end well (1 failure)');
});

test('shows people one service with its parts and what would raise its score', async () => {
  const shown = await answer('health --service payments -f table');
  expect(shown).toMatch(/^payments: \d+\.\d of 100\n/);
  expect(shown).toMatch(/success-rate +16\.7 +█+░+ +20 +75\.0 % +3 of 4 deployments/);
  expect(shown).toContain('What would raise it most');
});

test('leaves recommendations out when asked to', async () => {
  const [line] = JSON.parse(await answer('health -f json --service payments --include-recommendations false')).services;
  expect(line).not.toHaveProperty('recommendations');
  expect(await answer('health -f table --include-recommendations=false')).not.toContain('What would raise');
});

test('writes a line for each service for spreadsheets', async () => {
  const [header, ...lines] = (await answer('health -f csv')).trim().split('\n');
  expect(header).toContain('service,tier,score,deployments,change-fail-rate,recovery-time,success-rate');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['payments', 'web']);
});

test('refuses a service that nobody knows', async () => {
  const { status, stderr } = await program.run('health', '--service', 'payment');
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('did you mean "payments"?') });
});

test.each([
  ['dependencies', 'Missing: vault was never registered nor deployed; needed by payments'],
  ['impact --service vault', 'Losing or breaking vault reaches 2 services (1 gold, 1 without a tier)'],
  ['risk', 'payments'],
])('analyze --type %s', async (line, expected) => {
  expect(await answer(`analyze -f table --type ${line}`)).toContain(expected);
  expect(JSON.parse(await answer(`analyze -f json --type ${line}`))).toMatchObject({ rows: expect.any(Array) });
});
