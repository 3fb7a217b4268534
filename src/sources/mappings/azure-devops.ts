import type { MappingInput } from '../webhooks/generic/mapping.ts';

const release =
  'azure-devops:{resource.project.id}:release:{resource.environment.releaseId}:{resource.environment.id}:{id}';
const stage = 'azure-devops:{resourceContainers.project.id}:run:{resource.run.id}:{resource.stage.id}';

/**
 * Service hooks of Azure DevOps (https://learn.microsoft.com/azure/devops/service-hooks/events): deployments of releases count, stages
 * of pipelines where a rule names them. They are secured by the password of HTTP basic authentication.
 */
export const azureDevops: MappingInput = {
  signature: { scheme: 'basic' },
  event: '{eventType}',
  traits: {
    project: '{resource.project.name}',
    pipeline: { from: ['{resource.pipeline.name}', '{resource.environment.releaseDefinition.name}'] },
    stage: { from: ['{resource.stage.name}', '{resource.environment.name}'] },
  },
  events: [
    {
      when: { eventType: 'ms.vss-release.deployment-completed-event' },
      claims: [
        {
          type: 'deployment',
          id: release,
          idempotencyKey: release,
          service: {
            from: ['{rule.service}', '{resource.environment.releaseDefinition.name}', '{resource.project.name}'],
          },
          version: '{resource.environment.release.name}',
          environment: { from: ['{rule.environment}', '{resource.environment.name}'] },
          status: {
            from: '{resource.environment.status}',
            table: { succeeded: 'success', partiallySucceeded: 'partial', canceled: 'cancelled', rejected: 'failure' },
            otherwise: 'failure',
          },
          finishedAt: '{createdDate}',
        },
      ],
    },
    {
      when: { eventType: 'ms.vss-pipelines.stage-state-changed-event', 'resource.stage.state': 'completed' },
      byRule: true,
      claims: [
        {
          type: 'deployment',
          id: stage,
          idempotencyKey: stage,
          service: { from: ['{rule.service}', '{resource.pipeline.name}'] },
          version: '{resource.run.name}',
          environment: '{rule.environment}',
          status: {
            from: '{resource.stage.result}',
            table: {
              succeeded: 'success',
              succeededWithIssues: 'partial',
              canceled: 'cancelled',
              skipped: 'cancelled',
            },
            otherwise: 'failure',
          },
          finishedAt: '{createdDate}',
        },
      ],
    },
    { when: { eventType: 'ms.vss-pipelines.stage-state-changed-event' }, ignore: 'the stage is not over' },
  ],
  example: {
    body: {
      id: '106acec8-b2ea-4ed8-b5a5-f15e9c5b6ca4',
      eventType: 'ms.vss-release.deployment-completed-event',
      publisherId: 'rm',
      resource: {
        environment: {
          id: 8,
          releaseId: 1,
          name: 'production',
          status: 'succeeded',
          releaseDefinition: { id: 1, name: 'shop' },
          release: { id: 1, name: 'Release-1' },
        },
        project: { id: '00000000-0000-0000-0000-000000000000', name: 'Fabrikam' },
      },
      resourceVersion: '1.0',
      createdDate: '2026-01-15T10:15:00.170Z',
    },
  },
};
