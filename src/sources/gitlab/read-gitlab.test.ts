import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsIn, collect, inChunks, outcomes } from '../../../test/support/file-readings.ts';
import { parseClaim } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import { gitlabProject } from './names.ts';
import { type GitlabOptions, readGitlab } from './read-gitlab.ts';

const sha = '99d03678b90d914dbb1b109132516d71a4a03ea8';
const user = {
  id: 1,
  name: 'Administrator',
  username: 'root',
  state: 'active',
  web_url: 'https://gitlab.example/root',
};

/** A deployment as GET /projects/:id/deployments answers it, without what nobody reads. */
function deployment(status: string, job: object | null = {}, more: object = {}) {
  const deployable = {
    id: 657,
    name: 'deploy',
    ref: 'main',
    stage: 'deploy',
    status: 'success',
    tag: false,
    created_at: '2026-01-15T10:00:00.357Z',
    started_at: null,
    finished_at: null,
    user,
    commit: { id: sha, short_id: '99d03678', created_at: '2026-01-15T09:36:01.000+02:00' },
    pipeline: {
      id: 36,
      sha,
      ref: 'main',
      status: 'success',
      web_url: 'https://gitlab.example/group/sub/shop/-/pipelines/36',
    },
    ...job,
  };
  return {
    id: 41,
    iid: 1,
    ref: 'main',
    sha,
    created_at: '2026-01-15T10:00:00.222Z',
    updated_at: '2026-01-15T10:20:00.414Z',
    status,
    user,
    environment: { id: 9, name: 'production', external_url: 'https://about.gitlab.com' },
    deployable: job === null ? null : deployable,
    ...more,
  };
}

const started_at = '2026-01-15T10:05:00.000Z';
const finished_at = '2026-01-15T10:15:00.000Z';
const claims = (answer: unknown, options?: GitlabOptions) =>
  claimsIn(readGitlab(inChunks(JSON.stringify(answer)), options));

describe('readGitlab', () => {
  it('claims that a deployment was asked for, when it started and how it ended', async () => {
    const read = await claims([deployment('success', { started_at, finished_at })]);
    expect(read).toEqual([
      {
        type: 'deployment',
        id: 'gitlab:gitlab.example/group/sub/shop:41',
        idempotencyKey: 'gitlab:gitlab.example/group/sub/shop/deployment/41',
        service: 'shop',
        version: '99d03678b90d',
        environment: 'production',
        status: 'pending',
        startedAt: '2026-01-15T10:00:00.222Z',
        commit: sha,
        initiator: 'root',
      },
      {
        type: 'deployment-status',
        deployment: 'gitlab:gitlab.example/group/sub/shop:41',
        idempotencyKey: 'gitlab:gitlab.example/group/sub/shop/deployment/41/status/running',
        status: 'in-progress',
        at: started_at,
      },
      expect.objectContaining({
        idempotencyKey: 'gitlab:gitlab.example/group/sub/shop/deployment/41/status/success',
        status: 'success',
        at: finished_at,
      }),
    ]);
    for (const claim of read) expect(() => parseClaim(claim)).not.toThrow();
  });

  it('adds what became of it when it is read again later', async () => {
    const seen = new Map<string, string>();
    const counts = [];
    for (const answer of [
      deployment('created'),
      deployment('running', { started_at }, { updated_at: '2026-01-15T10:05:01Z' }),
      deployment('failed', { started_at, finished_at }, { updated_at: '2026-01-15T10:15:01Z' }),
      deployment('failed', { started_at, finished_at }, { updated_at: '2026-01-15T11:00:00Z' }),
    ]) {
      for (const claim of await claims([answer])) {
        const key = claim.idempotencyKey ?? '';
        expect(seen.get(key) ?? JSON.stringify(claim)).toBe(JSON.stringify(claim));
        seen.set(key, JSON.stringify(claim));
      }
      counts.push(seen.size);
    }
    expect(counts).toEqual([1, 2, 3, 3]);
  });

  it.each([
    ['created', []],
    ['blocked', []],
    ['running', ['in-progress']],
    ['success', ['success']],
    ['failed', ['failure']],
    ['canceled', ['cancelled']],
    ['skipped', ['cancelled']],
  ])('takes the status %s for %j', async (status, reports) => {
    const [recorded, ...rest] = await claims([deployment(status)]);
    expect(recorded).toMatchObject({ status: 'pending' });
    expect(rest.map((claim) => 'status' in claim && claim.status)).toEqual(reports);
  });

  it('takes a tag for the version', async () => {
    expect(await claims([deployment('created', { tag: true }, { ref: 'spring' })])).toMatchObject([
      { version: 'spring' },
    ]);
    expect(await claims([deployment('created', {}, { ref: 'v2' })])).toMatchObject([{ version: '99d03678b90d' }]);
  });

  it('dates a deployment without a job by its last change, and asks for its project', async () => {
    const answer = deployment('success', null, { ref: 'v2.3.0' });
    const project = 'https://gitlab.example/group/sub/shop';
    expect(await claims([answer], { project, service: 'api' })).toMatchObject([
      { id: 'gitlab:gitlab.example/group/sub/shop:41', service: 'api', version: 'v2.3.0', initiator: 'root' },
      { status: 'success', at: '2026-01-15T10:20:00.414Z' },
    ]);
    expect(await outcomes(readGitlab(inChunks(JSON.stringify([answer]))))).toEqual([
      '1: nothing says of which project deployment 41 is',
    ]);
  });

  it('reads several answers that follow one another, and single deployments', async () => {
    const pages = `[${JSON.stringify(deployment('created'))}]\n[]${JSON.stringify(deployment('created', {}, { id: 42 }))}`;
    expect(await claimsIn(readGitlab(inChunks(pages)))).toHaveLength(2);
  });

  it('reports what is no deployment and reads the others', async () => {
    const answers = [{ message: '404 Project Not Found' }, deployment('lost'), deployment('created')];
    expect(await outcomes(readGitlab(inChunks(JSON.stringify(answers))))).toEqual([
      '1: a deployment of GitLab has a field "id", and this has none',
      '2: "lost" is not a status of a deployment on GitLab',
      '3',
    ]);
    await expect(claims([], { project: 'shop' })).rejects.toThrow('"shop" is not a project of GitLab');
  });

  it('never fails with anything but a LedgerError, whatever it is answered', async () => {
    const keys = Object.keys(deployment('created'));
    const mangled = fc
      .dictionary(fc.constantFrom(...keys), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant('constructor')))
      .map((changes) => JSON.stringify([{ ...deployment('created'), ...changes }]));
    await fc.assert(
      fc.asyncProperty(mangled, async (file) => {
        const failure = await collect(readGitlab(inChunks(file))).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure === undefined || failure instanceof LedgerError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('gitlabProject', () => {
  it('reads a project as people name it', () => {
    const shop = { host: 'gitlab.example', path: 'group/shop' };
    for (const name of [
      'https://gitlab.example/group/shop',
      'https://gitlab.example/group/shop.git',
      'gitlab.example/group/shop/',
    ]) {
      expect(gitlabProject(name)).toEqual(shop);
    }
    expect(gitlabProject('group/shop')).toEqual({ host: 'gitlab.com', path: 'group/shop' });
    expect(gitlabProject('my.group/shop')).toEqual({ host: 'gitlab.com', path: 'my.group/shop' });
  });
});
