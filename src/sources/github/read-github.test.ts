import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsIn, collect, inChunks, outcomes } from '../../../test/support/file-readings.ts';
import { parseClaim } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import { type GithubOptions, readGithub } from './read-github.ts';

const api = 'https://api.github.com/repos/octocat/hello';
const sha = 'a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d';

/** A deployment as GET /repos/{owner}/{repo}/deployments answers it, without the fields of its creator that nobody reads. */
function deployment(id: number, more: object = {}) {
  return {
    url: `${api}/deployments/${id}`,
    id,
    node_id: 'DE_kwDOAFoo',
    task: 'deploy',
    original_environment: 'production',
    environment: 'production',
    description: null,
    created_at: '2026-01-15T10:00:00Z',
    updated_at: '2026-01-15T10:15:00Z',
    statuses_url: `${api}/deployments/${id}/statuses`,
    repository_url: api,
    creator: { login: 'octocat', id: 1, type: 'User', site_admin: false },
    sha,
    ref: 'v2.3.0',
    payload: {},
    transient_environment: false,
    production_environment: true,
    performed_via_github_app: null,
    ...more,
  };
}

function status(deploymentId: number, id: number, state: string, at: string, description = '') {
  return {
    url: `${api}/deployments/${deploymentId}/statuses/${id}`,
    id,
    node_id: 'DES_kwDOAFoo',
    state,
    creator: { login: 'octocat', id: 1 },
    description,
    environment: 'production',
    target_url: 'https://example.com/log',
    created_at: at,
    updated_at: at,
    deployment_url: `${api}/deployments/${deploymentId}`,
    repository_url: api,
    environment_url: '',
    log_url: 'https://example.com/log',
  };
}

const history = [
  status(42, 3, 'success', '2026-01-15T10:15:00Z', 'Done'),
  status(42, 2, 'in_progress', '2026-01-15T10:05:00Z'),
  status(42, 1, 'queued', '2026-01-15T10:00:01Z'),
];
const claims = (answer: unknown, options?: GithubOptions) =>
  claimsIn(readGithub(inChunks(typeof answer === 'string' ? answer : JSON.stringify(answer)), options));

describe('readGithub', () => {
  it('claims of a deployment that it was asked for, and of each status what it says', async () => {
    const read = await claims([{ ...deployment(42), statuses: history }]);
    expect(read).toEqual([
      {
        type: 'deployment',
        id: 'github:octocat/hello:42',
        idempotencyKey: 'github:github.com/octocat/hello/deployment/42',
        service: 'hello',
        version: 'v2.3.0',
        environment: 'production',
        status: 'pending',
        startedAt: '2026-01-15T10:00:00Z',
        commit: sha,
        initiator: 'octocat',
      },
      {
        type: 'deployment-status',
        deployment: 'github:octocat/hello:42',
        idempotencyKey: 'github:github.com/octocat/hello/deployment/42/status/3',
        status: 'success',
        at: '2026-01-15T10:15:00Z',
        message: 'Done',
      },
      expect.objectContaining({ status: 'in-progress', at: '2026-01-15T10:05:00Z' }),
      expect.objectContaining({ status: 'pending', at: '2026-01-15T10:00:01Z' }),
    ]);
    for (const claim of read) expect(() => parseClaim(claim)).not.toThrow();
  });

  it('says the same of a deployment later, when more has become of it', async () => {
    const [early] = await claims([{ ...deployment(42), statuses: [] }]);
    const [late, ...reports] = await claims([
      { ...deployment(42, { updated_at: '2026-01-15T12:00:00Z' }), statuses: history },
    ]);
    expect(JSON.stringify(late)).toBe(JSON.stringify(early));
    expect(reports).toHaveLength(3);
  });

  it('leaves a deployment without statuses pending, and one that was replaced as it was', async () => {
    expect(await claims([deployment(42)])).toMatchObject([{ status: 'pending' }]);
    const inactive = status(42, 4, 'inactive', '2026-01-16T09:00:00Z');
    expect(await claims([{ ...deployment(42), statuses: [inactive, ...history] }])).toEqual(
      await claims([{ ...deployment(42), statuses: history }]),
    );
  });

  it.each([
    ['success', 'success'],
    ['failure', 'failure'],
    ['error', 'failure'],
    ['in_progress', 'in-progress'],
    ['queued', 'pending'],
    ['pending', 'pending'],
    ['waiting', 'pending'],
  ])('takes the state %s for %s', async (state, meant) => {
    expect(await claims([status(42, 1, state, '2026-01-15T10:00:00Z')])).toMatchObject([{ status: meant }]);
  });

  it('reads the same in every form in which answers are saved', async () => {
    const expected = await claims([{ ...deployment(42), statuses: history }, deployment(41)]);
    const inOrder = (read: object[]) => read.map((claim) => JSON.stringify(claim)).sort();
    const json = JSON.stringify;
    const forms = [
      `${json([{ ...deployment(42), statuses: history }])}${json([deployment(41)])}`,
      json([[deployment(42), deployment(41)], history]),
      json({ deployments: [deployment(42), deployment(41)], statuses: history }),
      json({ deployments: [[deployment(42)], [deployment(41)]], statuses: [history] }),
    ];
    for (const form of forms) expect(inOrder(await claims(form))).toEqual(inOrder(expected));
    const apart = await claims([deployment(42), deployment(41)], { statuses: inChunks(json(history)) });
    expect(inOrder(apart)).toEqual(inOrder(expected));
  });

  it('takes the commit for the version when a branch was deployed, and the service that it is told', async () => {
    const [claim] = await claims([deployment(42, { ref: 'main', creator: null, description: 'Hotfix' })], {
      service: 'api',
    });
    expect(claim).toMatchObject({ version: 'a84d88e7554f', service: 'api', message: 'Hotfix' });
    expect(claim).not.toHaveProperty('initiator');
  });

  it('names the host of an Enterprise server', async () => {
    const url = 'https://ghe.example/api/v3/repos/octocat/hello/deployments/42';
    expect(await claims([deployment(42, { url })])).toMatchObject([
      { id: 'github:ghe.example/octocat/hello:42', idempotencyKey: 'github:ghe.example/octocat/hello/deployment/42' },
    ]);
  });

  it('corrects the environment of a deployment that a status carried over to another', async () => {
    const [recorded, correction] = await claims([deployment(42, { environment: 'canary' })]);
    expect(recorded).toMatchObject({ environment: 'production' });
    expect(correction).toMatchObject({
      type: 'correction',
      deployment: 'github:octocat/hello:42',
      set: { environment: 'canary' },
    });
    expect(() => parseClaim(correction)).not.toThrow();
  });

  it('reports what is no deployment, by its number in the file, and reads the others', async () => {
    const { sha: _, ...bare } = deployment(43);
    const answers = [
      deployment(41),
      bare,
      { ...deployment(44), url: 'https://example.com/44' },
      status(41, 1, 'lost', '2026-01-15'),
    ];
    const notFound = { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' };
    expect(await outcomes(readGithub(inChunks(JSON.stringify([...answers, notFound, {}, 7, deployment(45)]))))).toEqual(
      [
        '1',
        '2: a deployment of GitHub has a field "sha", and this has none',
        '3: "https://example.com/44" is not the address of a deployment in GitHub\'s API',
        '4: "lost" is not a state of a deployment on GitHub',
        '5: this is an error that GitHub answered: "Not Found"',
        '6: a deployment of GitHub has a field "url", and this has none',
        '7: a record is a JSON object, not 7',
        '8',
      ],
    );
  });

  it('never fails with anything but a LedgerError, whatever it is answered', async () => {
    const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('constructor', 'success', null));
    const mangled = fc
      .tuple(
        fc.constantFrom(deployment(42), history[0], { deployments: [] }),
        fc.dictionary(
          fc.constantFrom(...Object.keys({ ...deployment(1), ...history[0], statuses: 0, deployments: 0 })),
          odd,
        ),
      )
      .map(([base, changes]) => JSON.stringify([{ ...base, ...changes }]));
    await fc.assert(
      fc.asyncProperty(mangled, async (file) => {
        const failure = await collect(readGithub(inChunks(file))).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure === undefined || failure instanceof LedgerError).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
