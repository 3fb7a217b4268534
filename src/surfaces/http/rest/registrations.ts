import * as v from 'valibot';
import { LedgerError } from '../../../domain/errors.ts';
import { didYouMean } from '../../../domain/suggest.ts';
import type { Route } from '../route.ts';
import { showRoute, wholeListRoute } from './read-route.ts';
import { recordRoute } from './record-route.ts';
import { environmentShape, serviceDetailShape, serviceShape } from './shapes/registrations.ts';

const noQuery = v.strictObject({});

export const registrationRoutes: readonly Route[] = [
  wholeListRoute(
    {
      path: '/api/v1/services',
      id: 'listServices',
      summary: 'List every service that was registered or that something was recorded about',
      query: noQuery,
      shape: serviceShape,
    },
    ({ ledger }) => ledger.services(),
  ),
  showRoute(
    {
      path: '/api/v1/services/{name}',
      id: 'getService',
      summary: 'Show a service and where it runs',
      query: noQuery,
      shape: serviceDetailShape,
      madeOf: 'clock',
    },
    async ({ ledger, params }) => {
      const name = (params['name'] ?? '').normalize('NFC');
      const services = await ledger.services();
      const service = services.find((one) => one.name === name);
      if (service !== undefined) return { ...service, running: await ledger.running({ service: name }) };
      const names = services.map((one) => one.name);
      throw new LedgerError('not-found', `unknown service ${JSON.stringify(name)}${didYouMean(name, names)}`);
    },
  ),
  recordRoute({
    type: 'service',
    path: '/api/v1/services',
    id: 'registerService',
    summary: 'Register a service',
    location: (id) => `/api/v1/services/${encodeURIComponent(id)}`,
    example: { name: 'api', serviceType: 'microservice', dependsOn: ['db'], owners: ['team-a'] },
  }),
  wholeListRoute(
    {
      path: '/api/v1/environments',
      id: 'listEnvironments',
      summary: 'List the environments in the order of promotion',
      query: noQuery,
      shape: environmentShape,
    },
    ({ ledger }) => ledger.environments(),
  ),
  recordRoute({
    type: 'environment',
    path: '/api/v1/environments',
    id: 'registerEnvironment',
    summary: 'Register an environment',
    location: () => '/api/v1/environments',
    example: { name: 'production-eu', tier: 'production', limit: '24h' },
  }),
];
