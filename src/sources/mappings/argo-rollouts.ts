import type { MappingInput } from '../webhooks/generic/mapping.ts';

const id = 'argo-rollouts:{rollout.metadata.uid}:{rollout.status.observedGeneration}';

/**
 * Rollouts as the notification template in `deploy/argo-rollouts/` sends them: the whole object under `rollout`. One generation of a
 * rollout is one deployment.
 */
export const argoRollouts: MappingInput = {
  event: '{rollout.metadata.name} {rollout.status.phase}',
  traits: { name: '{rollout.metadata.name}', namespace: '{rollout.metadata.namespace}', cluster: '{cluster}' },
  events: [
    {
      when: { 'rollout.status.phase': ['Progressing', 'Healthy', 'Degraded'] },
      claims: [
        {
          type: 'deployment',
          id,
          idempotencyKey: id,
          service: { from: ['{rule.service}', '{rollout.metadata.name}'] },
          version: { from: '{rollout.spec.template.spec.containers.0.image}', after: ':' },
          environment: { from: ['{rule.environment}', '{environment}', '{rollout.metadata.namespace}'] },
          cluster: '{cluster}',
          strategy: {
            from: '{rollout.spec.strategy.blueGreen.activeService}',
            found: 'blue-green',
            otherwise: 'canary',
          },
          status: 'pending',
        },
        {
          type: 'deployment-status',
          deployment: id,
          idempotencyKey: `${id}/{rollout.status.phase}`,
          status: {
            from: '{rollout.status.phase}',
            table: { Progressing: 'in-progress', Healthy: 'success', Degraded: 'failure' },
          },
          at: '{at}',
          message: '{rollout.status.message}',
        },
      ],
    },
    { when: { 'rollout.status.phase': 'Paused' }, ignore: 'it is paused, and neither goes on nor ends' },
  ],
  example: {
    body: {
      at: '2026-01-15T10:15:00Z',
      environment: 'production',
      cluster: 'k8s-1',
      rollout: {
        metadata: { name: 'webapp', namespace: 'apps', uid: '0e2bd4f8-6c9f-4a4e-8c75-2a1d7d2a3f11', generation: 7 },
        spec: {
          strategy: { canary: { steps: [{ setWeight: 20 }] } },
          template: { spec: { containers: [{ name: 'webapp', image: 'registry.example/webapp:2.3.0' }] } },
        },
        status: { phase: 'Healthy', observedGeneration: '7', currentPodHash: '6b66c9b9d8', stableRS: '6b66c9b9d8' },
      },
    },
  },
};
