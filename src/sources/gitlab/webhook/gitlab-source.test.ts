import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../domain/claims/claim.ts';
import type { WebhookEvent } from '../../webhooks/webhook-source.ts';
import { gitlabExample } from './gitlab-example.ts';
import { gitlabSource } from './gitlab-source.ts';

const project = { id: 30, name: 'shop', web_url: 'https://gitlab.com/group/shop', path_with_namespace: 'group/shop' };
const sha = 'bcbb5ec396a2c0f828686f14fac9b80b780504f2';
const user = { id: 1, name: 'Administrator', username: 'root' };

const pipeline = {
  object_kind: 'pipeline',
  object_attributes: {
    id: 31,
    iid: 3,
    ref: 'main',
    tag: false,
    sha,
    source: 'push',
    status: 'success',
    created_at: '2026-01-15 10:00:00 UTC',
    finished_at: '2026-01-15 10:15:00 UTC',
    duration: 63,
  },
  user,
  project,
};
const job = {
  object_kind: 'build',
  ref: 'v2.3.0',
  tag: true,
  sha,
  build_id: 1977,
  build_name: 'deploy',
  build_stage: 'deploy',
  build_status: 'failed',
  build_created_at: '2026-01-15T10:00:00Z',
  build_started_at: '2026-01-15T10:01:00Z',
  build_finished_at: '2026-01-15T10:15:00Z',
  user,
  project,
};
const release = {
  object_kind: 'release',
  id: 1,
  created_at: '2026-01-15 10:00:00 UTC',
  released_at: '2026-01-15 10:15:00 UTC',
  name: 'v1.1',
  tag: 'v1.1',
  action: 'create',
  commit: { id: sha },
  project,
};
const flag = {
  object_kind: 'feature_flag',
  object_attributes: { id: 6, name: 'new-cart', description: '', active: true },
  user,
  project,
};

function read(body: object, rules?: unknown): WebhookEvent {
  const [event] = gitlabSource({ rules }).read({ headers: {}, body: Buffer.from(JSON.stringify(body)) });
  if (event === undefined) throw new Error('there is no event');
  for (const claim of 'claims' in event ? event.claims : []) expect(() => parseClaim(claim)).not.toThrow();
  return event;
}

describe('webhooks of GitLab', () => {
  it('name a deployment as an import does', () => {
    expect(read(gitlabExample.body)).toEqual({
      event: 'deployment success',
      claims: [
        {
          type: 'deployment',
          id: 'gitlab:gitlab.example/group/shop:41',
          idempotencyKey: 'gitlab:gitlab.example/group/shop/deployment/41',
          service: 'shop',
          version: 'v2.3.0',
          environment: 'production',
          status: 'pending',
          commit: '99d03678b90d914dbb1b109132516d71a4a03ea8',
          initiator: 'root',
        },
        {
          type: 'deployment-status',
          deployment: 'gitlab:gitlab.example/group/shop:41',
          idempotencyKey: 'gitlab:gitlab.example/group/shop/deployment/41/status/success',
          status: 'success',
          at: '2026-01-15 11:15:00 +0100',
        },
      ],
    });
  });

  it.each([
    ['running', 'in-progress'],
    ['failed', 'failure'],
    ['canceled', 'cancelled'],
  ])('take the status %s for %s', (status, ours) => {
    expect(read({ ...gitlabExample.body, status })).toMatchObject({ claims: [{}, { status: ours }] });
  });

  it('take an approval for none', () => {
    expect(read({ ...gitlabExample.body, status: 'approved' })).toHaveProperty('ignored');
  });

  it.each([pipeline, job, release, flag])('of a $object_kind do not count without a rule', (body) => {
    expect(read(body)).toHaveProperty('ignored', expect.stringMatching(/^no rule: .*sources\.gitlab\.rules/));
  });

  it('say which names no rule has', () => {
    const rules = [{ event: 'pipeline', branch: 'release/*', environment: 'production' }];
    expect(read(pipeline, rules)).toEqual({
      event: 'pipeline success',
      ignored: 'no rule names this pipeline of project "group/shop", branch "main"',
    });
  });

  it('count by rules', () => {
    const rules = [
      { event: 'pipeline', branch: 'main', environment: 'production' },
      { event: 'job', name: 'deploy*', environment: 'staging', service: 'api' },
      { event: 'release', tag: 'v*', environment: 'production' },
      { event: 'feature_flag', environment: 'production' },
    ];
    expect(read(pipeline, rules)).toMatchObject({
      claims: [
        { id: 'gitlab:group/shop:pipeline:31', version: sha.slice(0, 12), startedAt: '2026-01-15 10:00:00Z' },
        { status: 'success', at: '2026-01-15 10:15:00Z' },
      ],
    });
    expect(read(job, rules)).toMatchObject({
      claims: [{ service: 'api', version: 'v2.3.0', environment: 'staging' }, { status: 'failure' }],
    });
    expect(read(release, rules)).toMatchObject({ claims: [{ version: 'v1.1', status: 'success', commit: sha }] });
    expect(read(flag, rules)).toMatchObject({
      claims: [{ service: 'shop/new-cart', version: 'on', kind: 'feature-flag', progress: { flag: 'new-cart' } }],
    });
  });

  it('leave out deployments that a rule names', () => {
    const rules = [{ event: 'deployment', environment: 'prod*', ignore: true }];
    expect(read(gitlabExample.body, rules)).toHaveProperty('ignored');
    expect(read({ ...gitlabExample.body, environment: 'staging' }, rules)).toHaveProperty('claims');
  });

  it('refuse rules that are none', () => {
    expect(() => gitlabSource({ rules: [{ event: 'pipeline' }] })).toThrow('sources.gitlab.rules');
    expect(() => gitlabSource({ rules: [{ event: 'deployment', branch: 'main' }] })).toThrow('branch');
  });
});
