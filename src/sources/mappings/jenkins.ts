import type { MappingInput } from '../webhooks/generic/mapping.ts';

const id = 'jenkins:{name}:{build.number}:{build.queue_id}';

/**
 * Jobs of Jenkins, as its Notification plugin posts them as JSON (https://plugins.jenkins.io/notification/). A job counts where a rule
 * names it. Its version is the parameter `VERSION` or `version`, a tag it was built from, or its commit.
 */
export const jenkins: MappingInput = {
  event: '{name} {build.phase}',
  traits: {
    job: '{name}',
    branch: { from: '{build.scm.branch}', after: 'origin/' },
    target: { from: ['{build.parameters.ENVIRONMENT}', '{build.parameters.environment}'] },
  },
  events: [
    {
      when: { 'build.phase': ['STARTED', 'FINALIZED'] },
      byRule: true,
      claims: [
        {
          type: 'deployment',
          id,
          idempotencyKey: id,
          service: { from: ['{rule.service}', '{name}'] },
          version: {
            from: [
              '{build.parameters.VERSION}',
              '{build.parameters.version}',
              '{build.scm.tag}',
              '{build.scm.commit}',
              '#{build.number}',
            ],
          },
          environment: {
            from: ['{rule.environment}', '{build.parameters.ENVIRONMENT}', '{build.parameters.environment}'],
          },
          status: 'pending',
          commit: '{build.scm.commit}',
        },
        {
          type: 'deployment-status',
          deployment: id,
          idempotencyKey: `${id}/{build.phase}`,
          status: {
            from: '{build.status}',
            table: { SUCCESS: 'success', UNSTABLE: 'partial', FAILURE: 'failure', ABORTED: 'cancelled' },
            otherwise: 'in-progress',
          },
          at: '{build.timestamp}',
        },
      ],
    },
    { when: { 'build.phase': ['QUEUED', 'COMPLETED'] }, ignore: 'only that it is STARTED and FINALIZED counts' },
  ],
  example: {
    body: {
      name: 'deploy-shop',
      display_name: 'deploy-shop',
      url: 'job/deploy-shop/',
      build: {
        full_url: 'https://jenkins.example/job/deploy-shop/18/',
        number: 18,
        queue_id: 118,
        timestamp: 1768472100000,
        duration: 900000,
        phase: 'FINALIZED',
        status: 'SUCCESS',
        url: 'job/deploy-shop/18/',
        scm: {
          url: 'https://git.example/shop.git',
          branch: 'origin/main',
          commit: 'c6d86dc654b12425e706bcf951adfe5a8627a517',
        },
        parameters: { VERSION: '2.3.0', ENVIRONMENT: 'production' },
        artifacts: {},
      },
    },
  },
};
