import type { MappingInput } from '../webhooks/generic/mapping.ts';

const id = 'flux:{involvedObject.uid}:{metadata.revision}';
const longId = 'flux:{involvedObject.uid}:{metadata["kustomize.toolkit.fluxcd.io/revision"]}';
const helmId = 'flux:{involvedObject.uid}:{metadata["helm.toolkit.fluxcd.io/revision"]}';
const ids = { from: [id, longId, helmId] };
const revisions = [
  '{metadata.revision}',
  '{metadata["kustomize.toolkit.fluxcd.io/revision"]}',
  '{metadata["helm.toolkit.fluxcd.io/revision"]}',
];

/**
 * Events of Flux's notification controller, sent by a Provider of type `generic-hmac`
 * (https://fluxcd.io/flux/components/notification/providers/#generic-webhook-with-hmac). One revision of one Kustomization or
 * HelmRelease is one deployment, however often it is reconciled. The environment is a rule's, or the `environment` in the Alert's
 * eventMetadata.
 */
export const flux: MappingInput = {
  signature: { scheme: 'hmac', header: 'x-signature', prefix: 'sha256=' },
  event: '{involvedObject.kind} {involvedObject.name} {reason}',
  traits: {
    kind: '{involvedObject.kind}',
    name: '{involvedObject.name}',
    namespace: '{involvedObject.namespace}',
    cluster: '{metadata.cluster}',
  },
  events: [
    {
      when: {
        'involvedObject.kind': ['Kustomization', 'HelmRelease'],
        reason: [
          'ReconciliationSucceeded',
          'InstallSucceeded',
          'UpgradeSucceeded',
          'ReconciliationFailed',
          'HealthCheckFailed',
          'BuildFailed',
          'InstallFailed',
          'UpgradeFailed',
        ],
      },
      claims: [
        {
          type: 'deployment',
          id: ids,
          idempotencyKey: ids,
          service: { from: ['{rule.service}', '{involvedObject.name}'] },
          version: { from: revisions, after: ':' },
          environment: { from: ['{rule.environment}', '{metadata.environment}'] },
          cluster: '{metadata.cluster}',
          status: 'pending',
        },
        {
          type: 'deployment-status',
          deployment: ids,
          idempotencyKey: { from: [`${id}/{reason}`, `${longId}/{reason}`, `${helmId}/{reason}`] },
          status: {
            from: '{reason}',
            table: {
              ReconciliationSucceeded: 'success',
              InstallSucceeded: 'success',
              UpgradeSucceeded: 'success',
            },
            otherwise: 'failure',
          },
          at: '{timestamp}',
          message: '{message}',
        },
      ],
    },
  ],
  example: {
    body: {
      involvedObject: {
        apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
        kind: 'Kustomization',
        name: 'webapp',
        namespace: 'apps',
        uid: '7d0cdc51-ddcf-4743-b223-83ca5c699632',
      },
      metadata: { revision: 'main@sha1:731f7eaddfb6af01cb2173e18f0f75b0ba780ef1', environment: 'production' },
      severity: 'info',
      reason: 'ReconciliationSucceeded',
      message: 'Reconciliation finished in 1.2s, next run in 10m0s',
      reportingController: 'kustomize-controller',
      reportingInstance: 'kustomize-controller-7c7b47f5f-8bhrp',
      timestamp: '2026-01-15T10:15:00Z',
    },
  },
};
