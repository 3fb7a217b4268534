import type { MappingInput } from '../webhooks/generic/mapping.ts';

const id = 'argocd:{app.uid}:{operation.startedAt}';

/**
 * Applications of Argo CD as the notification template in `deploy/argocd/` sends them. One operation, which brings an application to a
 * revision, is one deployment. The environment is a rule's, or the application's label `environment`.
 */
export const argocd: MappingInput = {
  event: '{app.name} {operation.phase}',
  traits: { name: '{app.name}', project: '{app.project}', cluster: '{app.cluster}', namespace: '{app.namespace}' },
  events: [
    {
      when: { 'operation.phase': ['Running', 'Succeeded', 'Failed', 'Error'], 'operation.startedAt': '*' },
      claims: [
        {
          type: 'deployment',
          id,
          idempotencyKey: id,
          service: { from: ['{rule.service}', '{app.name}'] },
          version: { from: ['{operation.revision}', '{app.targetRevision}'] },
          environment: { from: ['{rule.environment}', '{app.environment}'] },
          cluster: '{app.cluster}',
          status: 'pending',
          startedAt: '{operation.startedAt}',
          initiator: '{operation.initiator}',
        },
        {
          type: 'deployment-status',
          deployment: id,
          idempotencyKey: `${id}/{operation.phase}`,
          status: {
            from: '{operation.phase}',
            table: { Running: 'in-progress', Succeeded: 'success', Failed: 'failure', Error: 'failure' },
          },
          at: { from: ['{operation.finishedAt}', '{operation.startedAt}'] },
          message: '{operation.message}',
        },
      ],
    },
  ],
  example: {
    body: {
      app: {
        name: 'shop',
        namespace: 'argocd',
        uid: '5d8f1d1e-6a8e-4a51-9d1b-8f3a6f6f1c11',
        project: 'default',
        cluster: 'https://kubernetes.default.svc',
        environment: 'production',
        targetRevision: 'v2.3.0',
      },
      operation: {
        phase: 'Succeeded',
        startedAt: '2026-01-15T10:00:00Z',
        finishedAt: '2026-01-15T10:15:00Z',
        message: 'successfully synced (all tasks run)',
        revision: '9fec847784abb10b2fa567ee63b85bd238955d0e',
        initiator: 'ann',
      },
    },
  },
};
