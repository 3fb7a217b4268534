import type { MappingInput } from '../webhooks/generic/mapping.ts';

const pull = 'bitbucket:{repository.full_name}:pullrequest:{pullrequest.id}';
const build = 'bitbucket:{repository.full_name}:build:{commit_status.commit.hash}:{commit_status.key}';

/**
 * Webhooks of Bitbucket Cloud (https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/). It sends none for deployments, so
 * what counts as one, a build or a merge, is said by rules.
 */
export const bitbucket: MappingInput = {
  signature: { scheme: 'hmac', header: 'x-hub-signature', prefix: 'sha256=' },
  deliveryId: 'x-request-uuid',
  event: '{@x-event-key}',
  traits: {
    event: '{@x-event-key}',
    repository: '{repository.full_name}',
    branch: { from: ['{commit_status.refname}', '{pullrequest.destination.branch.name}'] },
    name: '{commit_status.name}',
  },
  events: [
    {
      when: {
        '@x-event-key': ['repo:commit_status_created', 'repo:commit_status_updated'],
        'commit_status.state': ['INPROGRESS', 'SUCCESSFUL', 'FAILED', 'STOPPED'],
      },
      byRule: true,
      claims: [
        {
          type: 'deployment',
          id: build,
          idempotencyKey: build,
          service: { from: ['{rule.service}', '{repository.name}'] },
          version: '{commit_status.commit.hash}',
          environment: '{rule.environment}',
          status: 'pending',
          startedAt: '{commit_status.created_on}',
          commit: '{commit_status.commit.hash}',
        },
        {
          type: 'deployment-status',
          deployment: build,
          idempotencyKey: `${build}/{commit_status.state}`,
          status: {
            from: '{commit_status.state}',
            table: { INPROGRESS: 'in-progress', SUCCESSFUL: 'success', FAILED: 'failure', STOPPED: 'cancelled' },
          },
          at: '{commit_status.updated_on}',
          message: '{commit_status.description}',
        },
      ],
    },
    {
      when: { '@x-event-key': 'pullrequest:fulfilled' },
      byRule: true,
      claims: [
        {
          type: 'deployment',
          id: pull,
          idempotencyKey: pull,
          service: { from: ['{rule.service}', '{repository.name}'] },
          version: '{pullrequest.merge_commit.hash}',
          environment: '{rule.environment}',
          status: 'success',
          finishedAt: '{pullrequest.updated_on}',
          commit: '{pullrequest.merge_commit.hash}',
          message: '{pullrequest.title}',
          initiator: '{actor.display_name}',
        },
      ],
    },
  ],
  example: {
    headers: { 'x-event-key': 'repo:commit_status_updated' },
    body: {
      actor: { type: 'user', display_name: 'Emma' },
      repository: { type: 'repository', name: 'shop', full_name: 'octocat/shop' },
      commit_status: {
        name: 'Deploy to production',
        description: 'Deployed',
        state: 'SUCCESSFUL',
        key: 'deploy',
        type: 'build',
        refname: 'main',
        commit: { type: 'commit', hash: '9fec847784abb10b2fa567ee63b85bd238955d0e' },
        created_on: '2026-01-15T10:00:00.000000+00:00',
        updated_on: '2026-01-15T10:15:00.000000+00:00',
      },
    },
  },
};
