import type { MappingInput } from '../webhooks/generic/mapping.ts';

const id = 'spinnaker:{content.execution.application}:{content.execution.id}';

/**
 * Events that Spinnaker's echo sends to a REST endpoint (https://spinnaker.io/docs/setup/other_config/features/notifications/). A
 * pipeline counts where a rule names it.
 */
export const spinnaker: MappingInput = {
  event: '{details.type} {content.execution.name}',
  traits: { application: '{content.execution.application}', pipeline: '{content.execution.name}' },
  events: [
    {
      when: { 'details.type': ['orca:pipeline:starting', 'orca:pipeline:complete', 'orca:pipeline:failed'] },
      byRule: true,
      claims: [
        {
          type: 'deployment',
          id,
          idempotencyKey: id,
          service: { from: ['{rule.service}', '{content.execution.application}'] },
          version: {
            from: [
              '{content.execution.trigger.tag}',
              '{content.execution.trigger.buildInfo.number}',
              '{content.execution.trigger.buildNumber}',
              '{content.execution.id}',
            ],
          },
          environment: '{rule.environment}',
          status: 'pending',
          startedAt: '{content.execution.startTime}',
          initiator: '{content.execution.trigger.user}',
        },
        {
          type: 'deployment-status',
          deployment: id,
          idempotencyKey: `${id}/{details.type}/{content.execution.status}`,
          status: {
            from: '{content.execution.status}',
            table: { RUNNING: 'in-progress', SUCCEEDED: 'success', TERMINAL: 'failure', CANCELED: 'cancelled' },
            otherwise: 'failure',
          },
          at: { from: ['{content.execution.endTime}', '{content.execution.startTime}'] },
        },
      ],
    },
  ],
  example: {
    body: {
      details: {
        source: 'orca',
        type: 'orca:pipeline:complete',
        created: '1768472100000',
        application: 'shop',
      },
      content: {
        executionId: '01KF0000000000000000000000',
        execution: {
          id: '01KF0000000000000000000000',
          type: 'PIPELINE',
          application: 'shop',
          name: 'Deploy to production',
          status: 'SUCCEEDED',
          startTime: 1768471200000,
          endTime: 1768472100000,
          trigger: { type: 'docker', user: 'ann', tag: '2.3.0' },
        },
      },
    },
  },
};
