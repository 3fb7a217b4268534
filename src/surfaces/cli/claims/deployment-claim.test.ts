import { expect, test } from 'vitest';
import { parseClaim } from '../../../domain/claims/claim.ts';
import { deploymentClaim } from './deployment-claim.ts';
import type { DeploymentOptions } from './deployment-options.ts';

const surroundings = {
  userName: () => 'tester',
  commitsBetween: async (range: string, repository: string) => [
    { sha: 'abcdef', committedAt: `${range} ${repository}` },
  ],
};

async function claimOf(options: DeploymentOptions): Promise<Record<string, unknown>> {
  const claim = await deploymentClaim(options, surroundings);
  return Object.fromEntries(Object.entries(claim).filter(([, value]) => value !== undefined));
}

test('claims what the options say, under the names of the contract', async () => {
  const claim = await claimOf({
    service: 'api',
    version: '2.3.0',
    environment: 'production',
    type: 'blue_green',
    status: 'succeeded',
    started: '2024-01-15T10:00:00Z',
    completed: '2024-01-15T10:15:00Z',
    initiator: 'alice',
    approvedBy: ['bob', 'carol'],
    changeId: 'CHG-1',
    parentId: 'deploy-1',
    metadata: ['ticket=OPS-1,team=a', 'note=x=y'],
    region: 'eu-west-1',
    cluster: 'k8s-1',
    replicas: '5',
    slot: 'green',
    message: 'switched',
    window: '02:00-04:00 UTC',
    downtimeExpected: true,
    unplanned: true,
    remediates: ['INC-7'],
    kind: 'application',
    commit: 'abc1234',
    artifact: 'sha256:ab',
    previousVersion: '2.2.9',
    idempotencyKey: 'k',
  });
  expect(claim).toEqual({
    type: 'deployment',
    service: 'api',
    version: '2.3.0',
    environment: 'production',
    strategy: 'blue_green',
    status: 'succeeded',
    startedAt: '2024-01-15T10:00:00Z',
    finishedAt: '2024-01-15T10:15:00Z',
    initiator: 'alice',
    approvedBy: ['bob', 'carol'],
    changeId: 'CHG-1',
    parentId: 'deploy-1',
    metadata: { ticket: 'OPS-1', team: 'a', note: 'x=y' },
    region: 'eu-west-1',
    cluster: 'k8s-1',
    replicas: 5,
    progress: { slot: 'green' },
    message: 'switched',
    window: '02:00-04:00 UTC',
    downtimeExpected: true,
    planned: false,
    remediates: ['INC-7'],
    kind: 'application',
    commit: 'abc1234',
    artifact: 'sha256:ab',
    previousVersion: '2.2.9',
    idempotencyKey: 'k',
  });
  expect(() => parseClaim(claim)).not.toThrow();
});

test('leaves out what nobody said, except who is logged in', async () => {
  const claim = await claimOf({ service: 'api', version: '1', environment: 'staging' });
  expect(claim).toEqual({
    type: 'deployment',
    service: 'api',
    version: '1',
    environment: 'staging',
    initiator: 'tester',
  });
});

test.each([
  [{ canaryPercentage: '12.5' }, 'canary', { percentage: 12.5 }],
  [{ slot: 'blue' }, 'blue-green', { slot: 'blue' }],
  [{ flag: 'new-checkout' }, 'feature-flag', { flag: 'new-checkout' }],
])('takes %j for the strategy that alone has it', async (options, strategy, progress) => {
  expect(await claimOf(options)).toMatchObject({ strategy, progress });
  expect(await claimOf({ ...options, type: 'rolling' })).toMatchObject({ strategy: 'rolling' });
});

test('asks git for the commits of a range, here unless a repository is named', async () => {
  expect(await claimOf({ commits: 'v1..v2' })).toMatchObject({ commits: [{ committedAt: 'v1..v2 .' }] });
  expect(await claimOf({ commits: 'v1..v2', repo: '/src' })).toMatchObject({
    commits: [{ committedAt: 'v1..v2 /src' }],
  });
});

test.each([
  [{ replicas: 'five' }, '--replicas: "five" is not a number'],
  [{ canaryPercentage: '10%' }, '--canary-percentage: "10%" is not a number'],
  [{ metadata: ['ticket'] }, '--metadata: "ticket" is not key=value'],
  [{ metadata: ['{broken'] }, '--metadata: "{broken" starts like JSON and is none'],
])('refuses %j', async (options, message) => {
  await expect(deploymentClaim(options, surroundings)).rejects.toMatchObject({ code: 'invalid', message });
});
