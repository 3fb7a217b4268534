import type { WebhookExample } from '../../webhooks/webhook-source.ts';

const repository = {
  name: 'hello',
  full_name: 'octocat/hello',
  html_url: 'https://github.com/octocat/hello',
};
const url = 'https://api.github.com/repos/octocat/hello/deployments/42';

/** That a deployment succeeded, with the fields that count. */
export const githubExample: WebhookExample = {
  headers: { 'x-github-event': 'deployment_status', 'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958' },
  body: {
    action: 'created',
    deployment_status: {
      id: 7,
      state: 'success',
      deployment_url: url,
      description: 'Deployed',
      created_at: '2026-01-15T10:15:00Z',
    },
    deployment: {
      url,
      id: 42,
      sha: 'a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d',
      ref: 'v2.3.0',
      task: 'deploy',
      original_environment: 'production',
      environment: 'production',
      description: null,
      creator: { login: 'octocat' },
      created_at: '2026-01-15T10:00:00Z',
    },
    repository,
    sender: { login: 'octocat' },
  },
};
