import * as v from 'valibot';
import { deploymentClaim } from '../../../domain/claims/deployment.ts';
import { type Route, route } from '../route.ts';

export const deploymentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/deployments/{id}',
    id: 'getDeployment',
    summary: 'One deployment with its facts and its proof',
    access: 'viewer',
    answers: { 200: { description: 'The deployment' } },
    handle: async ({ ledger, params }) => ({ json: await ledger.deployment(params['id'] ?? '') }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/deployments',
    id: 'recordDeployment',
    summary: 'Record a deployment',
    access: 'deployer',
    body: v.omit(deploymentClaim, ['type']),
    answers: { 201: { description: 'It is recorded, durably' } },
    async handle({ ledger, body }) {
      const recorded = await ledger.record({ ...body, type: 'deployment' }, { source: 'http' });
      const location = `/api/v1/deployments/${encodeURIComponent(recorded.id)}`;
      return { status: recorded.duplicate ? 200 : 201, headers: { location }, json: recorded };
    },
  }),
];
