import { expect, it } from 'vitest';
import { openHttpTest } from '../../../test/support/http-test.ts';
import { type LocalIssuer, openLocalIssuer } from '../../../test/support/local-issuer.ts';
import { bearer, giveToken, realDoor } from '../../../test/support/token-door.ts';
import { ciRulesIn } from './ci-rules.ts';
import { identityVerifier } from './verify-identity.ts';

const github = {
  sub: 'repo:octo/api:ref:refs/heads/main',
  aud: 'ledger',
  repository: 'octo/api',
  workflow_ref: 'octo/api/.github/workflows/deploy.yml@refs/heads/main',
  run_id: '42',
  sha: '0a1b2c',
  ref: 'refs/heads/main',
  actor: 'ann',
};
const gitlab = {
  sub: 'project_path:group/web:ref_type:branch:ref:main',
  aud: 'ledger',
  project_path: 'group/web',
  ci_config_ref_uri: 'gitlab.example/group/web//.gitlab-ci.yml@refs/heads/main',
  pipeline_id: '77',
  sha: 'ffee',
  user_login: 'bob',
};

async function serverTrusting(issuer: LocalIssuer) {
  const common = { issuer: issuer.address, audience: 'ledger', role: 'deployer' };
  const rules = [
    { ...common, where: { repository: 'octo/*', ref: 'refs/heads/main' }, services: ['api'] },
    { ...common, where: { project_path: 'group/**' }, environments: ['staging'] },
  ];
  const setting = { value: JSON.stringify(rules), layer: 'file', place: 'config.yaml' } as const;
  const http = await openHttpTest({
    door: realDoor({ rules: ciRulesIn(setting), verify: identityVerifier(Date.now) }),
    peer: { address: '192.0.2.1', secure: true },
  });
  const exchange = (identity: string) => http.post('/api/v1/session/oidc', { identity });
  return { http, exchange };
}

it('exchanges the identity of a GitHub run for a short token within the limits of its rule', async () => {
  const issuer = await openLocalIssuer();
  const { http, exchange } = await serverTrusting(issuer);
  const answer = await exchange(await issuer.sign(github));
  expect(answer.status).toBe(201);
  const created = (await answer.json()) as { token: string; expiresAt: string };
  expect(created).toMatchObject({ role: 'deployer', services: ['api'], environments: null, name: 'CI octo/api 42' });
  const minutes = (Date.parse(created.expiresAt) - Date.now()) / 60_000;
  expect(Math.ceil(minutes)).toBe(15);
  const deployment = { service: 'api', version: '1', environment: 'production' };
  expect((await http.post('/api/v1/deployments', deployment, bearer(created))).status).toBe(201);
  const other = await http.post('/api/v1/deployments', { ...deployment, service: 'web' }, bearer(created));
  expect(other.status).toBe(403);
});

it('keeps the claims of a run as evidence, and who set it off sealed', async () => {
  const issuer = await openLocalIssuer();
  const { http, exchange } = await serverTrusting(issuer);
  await exchange(await issuer.sign(github));
  await exchange(await issuer.sign(gitlab));
  const facts = await Promise.all([0, 1].map(async (index) => (await http.ledger.prove(index)).fact));
  expect(facts.map((fact) => JSON.parse(fact))).toMatchObject([
    {
      source: 'oidc',
      data: {
        evidence: {
          commit: '0a1b2c',
          issuer: issuer.address,
          repository: 'octo/api',
          runId: '42',
          subject: github.sub,
          workflow: github.workflow_ref,
        },
      },
    },
    { data: { evidence: { repository: 'group/web', runId: '77', workflow: gitlab.ci_config_ref_uri } } },
  ]);
  expect(facts.join('')).not.toMatch(/\b(ann|bob)\b/);
  const admin = bearer(await giveToken(http, {}));
  const { items } = (await (await http.get('/api/v1/tokens', admin)).json()) as { items: { initiator: string }[] };
  expect(new Set(items.map(({ initiator }) => initiator))).toEqual(new Set(['ann', 'bob', null]));
});

it('lets no other run in, and says whose it was', async () => {
  const issuer = await openLocalIssuer();
  const { http, exchange } = await serverTrusting(issuer);
  const others = [
    { ...github, repository: 'octopus/api' },
    { ...github, repository: 'octo/api/x' },
    { ...github, ref: 'refs/heads/fork' },
    { ...gitlab, project_path: 'groups/web' },
  ];
  for (const claims of others) {
    const answer = await exchange(await issuer.sign(claims));
    expect([answer.status, await answer.json()]).toMatchObject([403, { detail: expect.stringContaining('no rule') }]);
  }
  const stranger = await exchange(await (await openLocalIssuer()).sign(github));
  expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('invalid_token'),
  ]);
  expect(await http.ledger.size()).toBe(0);
});

it('keeps no subject that says who set the run off', async () => {
  const issuer = await openLocalIssuer();
  const { http, exchange } = await serverTrusting(issuer);
  await exchange(await issuer.sign({ ...github, sub: 'repo:octo/api:actor:ann' }));
  expect((await http.ledger.prove(0)).fact).not.toContain('ann');
});
