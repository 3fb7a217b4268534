import { expect, it } from 'vitest';
import { openWebhookTest } from '../../../test/support/webhook-test.ts';
import { gitlabExample } from '../../sources/gitlab/webhook/gitlab-example.ts';

const secrets = ['a token of gitlab'];
const token = { 'x-gitlab-token': 'a token of gitlab' };
const later = { ...gitlabExample.body };
const running = { ...gitlabExample.body, status: 'running', status_changed_at: '2026-01-15 11:00:00 +0100' };

it.each([
  ['in order', [running, later]],
  ['the other way round', [later, running]],
  ['again and again', [running, later, running, later]],
  ['alone', [later]],
])('a deployment of GitLab comes out the same when its deliveries come %s', async (_how, bodies) => {
  const http = await openWebhookTest({ gitlab: { secrets } });
  for (const body of bodies) expect((await http.send('gitlab', body, token)).state).toBe('recorded');
  expect((await http.ledger.deployments({})).items).toMatchObject([
    { id: 'gitlab:gitlab.example/group/shop:41', status: 'success', finishedAt: '2026-01-15T10:15:00Z' },
  ]);
});
