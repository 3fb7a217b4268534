import type { Route } from '../route.ts';
import { recordRoute } from './record-route.ts';

const location = (id: string) => `/api/v1/deployments/${encodeURIComponent(id)}`;

export const deploymentRecordingRoutes: readonly Route[] = [
  recordRoute({
    type: 'deployment',
    path: '/api/v1/deployments',
    id: 'recordDeployment',
    summary: 'Record a deployment',
    description:
      'To record is past tense: without a status it succeeded, just now. With an idempotency key it can be repeated without a double.',
    location,
    example: { service: 'api', version: '2.3.0', environment: 'production', strategy: 'canary', commit: '4f2a91c' },
  }),
  recordRoute({
    type: 'deployment-status',
    path: '/api/v1/deployments/{id}/status',
    id: 'reportDeploymentStatus',
    summary: 'Report how a deployment goes on or ended',
    subject: 'deployment',
    location,
    example: { status: 'failure', message: 'health check failed', percentage: 50 },
  }),
  recordRoute({
    type: 'correction',
    path: '/api/v1/deployments/{id}/correction',
    id: 'correctDeployment',
    summary: 'Correct what was claimed about a deployment',
    description: 'The claim before stays in the log, and known_at still shows it.',
    subject: 'deployment',
    location,
    example: { set: { version: '2.3.1' }, reason: 'The pipeline reported the version before' },
  }),
];
