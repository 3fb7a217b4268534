import type { WebhookExample } from '../../webhooks/webhook-source.ts';

/** That a deployment succeeded, with the fields that count. */
export const gitlabExample: WebhookExample = {
  headers: { 'x-gitlab-event': 'Deployment Hook' },
  body: {
    object_kind: 'deployment',
    status: 'success',
    status_changed_at: '2026-01-15 11:15:00 +0100',
    deployment_id: 41,
    deployable_id: 657,
    environment: 'production',
    environment_tier: 'production',
    project: {
      id: 30,
      name: 'shop',
      web_url: 'https://gitlab.example/group/shop',
      path_with_namespace: 'group/shop',
    },
    short_sha: '99d03678',
    user: { id: 1, name: 'Administrator', username: 'root' },
    commit_url: 'https://gitlab.example/group/shop/-/commit/99d03678b90d914dbb1b109132516d71a4a03ea8',
    commit_title: 'Add a shop window',
    ref: 'v2.3.0',
  },
};
