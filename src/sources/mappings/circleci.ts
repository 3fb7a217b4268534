import type { MappingInput } from '../webhooks/generic/mapping.ts';

const id = 'circleci:{project.slug}:workflow:{workflow.id}';

/**
 * Outbound webhooks of CircleCI (https://circleci.com/docs/outbound-webhooks-reference/). A workflow counts where a rule names it.
 */
export const circleci: MappingInput = {
  signature: { scheme: 'hmac', header: 'circleci-signature', prefix: 'v1=' },
  event: '{type} {workflow.name}',
  traits: {
    project: '{project.slug}',
    workflow: '{workflow.name}',
    branch: '{pipeline.vcs.branch}',
    tag: '{pipeline.vcs.tag}',
  },
  events: [
    {
      when: { type: 'workflow-completed', 'workflow.status': ['success', 'failed', 'error', 'canceled'] },
      byRule: true,
      claims: [
        {
          type: 'deployment',
          id,
          idempotencyKey: id,
          service: { from: ['{rule.service}', '{project.name}'] },
          version: { from: ['{pipeline.vcs.tag}', '{pipeline.vcs.revision}'] },
          environment: '{rule.environment}',
          status: '{workflow.status}',
          startedAt: '{workflow.created_at}',
          finishedAt: '{workflow.stopped_at}',
          commit: '{pipeline.vcs.revision}',
        },
      ],
    },
    { when: { type: 'job-completed' }, ignore: 'a job is a part of its workflow' },
  ],
  example: {
    body: {
      id: '3888f21b-eaa7-38e3-8f3d-75a63bba8895',
      type: 'workflow-completed',
      happened_at: '2026-01-15T10:15:00.317Z',
      webhook: { id: 'cf8c4fdd-0587-4da1-b4ca-4846e9640af9', name: 'Deploy Ledger' },
      project: { id: '84996744-a854-4f5e-aea3-04e2851dc1d2', name: 'shop', slug: 'github/octocat/shop' },
      organization: { id: 'f22b6566-597d-46d5-ba74-99ef5bb3d85c', name: 'octocat' },
      workflow: {
        id: 'fda08377-fe7e-46b1-8992-3a7aaecac9c3',
        name: 'deploy',
        created_at: '2026-01-15T10:00:03.616Z',
        stopped_at: '2026-01-15T10:15:00.170Z',
        url: 'https://app.circleci.com/pipelines/github/octocat/shop/130',
        status: 'success',
      },
      pipeline: {
        id: '1285fe1d-d3a6-44fc-8886-8979558254c4',
        number: 130,
        created_at: '2026-01-15T10:00:03.544Z',
        trigger: { type: 'webhook' },
        vcs: {
          provider_name: 'github',
          revision: '1dc6aa69429bff4806ad6afe58d3d8f57e25973e',
          branch: 'main',
        },
      },
    },
  },
};
