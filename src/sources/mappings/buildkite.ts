import type { MappingInput } from '../webhooks/generic/mapping.ts';

const id = 'buildkite:{pipeline.slug}:build:{build.id}';

/** Webhooks of Buildkite (https://buildkite.com/docs/apis/webhooks), signed. A build counts where a rule names its pipeline. */
export const buildkite: MappingInput = {
  signature: { scheme: 'hmac-with-time', header: 'x-buildkite-signature', time: 'timestamp', signature: 'signature' },
  event: '{event} {pipeline.slug}',
  traits: { pipeline: '{pipeline.slug}', branch: '{build.branch}', tag: '{build.tag}' },
  events: [
    {
      when: { event: ['build.running', 'build.finished'], 'build.state': ['running', 'passed', 'failed', 'canceled'] },
      byRule: true,
      claims: [
        {
          type: 'deployment',
          id,
          idempotencyKey: id,
          service: { from: ['{rule.service}', '{pipeline.slug}'] },
          version: { from: ['{build.tag}', '{build.commit}'] },
          environment: '{rule.environment}',
          status: 'pending',
          startedAt: '{build.started_at}',
          commit: '{build.commit}',
          message: '{build.message}',
          initiator: '{build.creator.name}',
        },
        {
          type: 'deployment-status',
          deployment: id,
          idempotencyKey: `${id}/{build.state}`,
          status: {
            from: '{build.state}',
            table: { running: 'in-progress', passed: 'success', failed: 'failure', canceled: 'cancelled' },
          },
          at: { from: ['{build.finished_at}', '{build.started_at}'] },
        },
      ],
    },
  ],
  example: {
    body: {
      event: 'build.finished',
      build: {
        id: 'f62a1b4d-10f9-4790-bc1c-e2c3a0c80983',
        number: 27,
        state: 'passed',
        message: 'Add a shop window',
        commit: '4d3f5b6a7c8d9e0f1a2b4d3f5b6a7c8d9e0f1a2b',
        branch: 'main',
        tag: null,
        created_at: '2026-01-15T10:00:00.000Z',
        started_at: '2026-01-15T10:00:10.000Z',
        finished_at: '2026-01-15T10:15:00.000Z',
        creator: { name: 'Ann', email: 'ann@example.com' },
      },
      pipeline: { id: '29a5cf5b-6a1b-4b0e-8a0d-4d4bd9d5c9f1', slug: 'shop', name: 'Shop' },
      sender: { id: '8a7693f8-dbae-4783-9137-84090fce9045', name: 'Ann' },
    },
  },
};
