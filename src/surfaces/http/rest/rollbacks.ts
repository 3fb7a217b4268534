import * as v from 'valibot';
import { name } from '../../../domain/claims/fields.ts';
import type { Route } from '../route.ts';
import { knownAtField, pageFields, windowFields } from './query/fields.ts';
import { windowIn } from './query/times.ts';
import { clockOf, listRoute, showRoute } from './read-route.ts';
import { recordRoute } from './record-route.ts';
import { rollbackShape } from './shapes/rollback.ts';

const filters = v.strictObject({
  service: v.optional(name),
  environment: v.optional(name),
  ...windowFields,
  ...knownAtField,
  ...pageFields,
});

export const rollbackRoutes: readonly Route[] = [
  listRoute(
    {
      path: '/api/v1/rollbacks',
      id: 'listRollbacks',
      summary: 'List rollbacks, newest first',
      query: filters,
      shape: rollbackShape,
    },
    ({ ledger, query, nowMs }, page) => {
      const { service, environment } = query;
      return ledger.rollbacks({ service, environment, ...windowIn(query, clockOf({ nowMs, query })), ...page });
    },
  ),
  showRoute(
    {
      path: '/api/v1/rollbacks/{id}',
      id: 'getRollback',
      summary: 'Show a rollback',
      query: v.strictObject({}),
      shape: rollbackShape,
    },
    ({ ledger, params }) => ledger.rollback(params['id'] ?? ''),
  ),
  recordRoute({
    type: 'rollback',
    path: '/api/v1/rollbacks',
    id: 'recordRollback',
    summary: 'Record that a service went back to an earlier version',
    description:
      'It undoes the deployment that ran when it happened. Without an environment, the only one where that version runs.',
    location: (id) => `/api/v1/rollbacks/${encodeURIComponent(id)}`,
    example: {
      service: 'api',
      environment: 'production',
      fromVersion: '2.3.0',
      toVersion: '2.2.9',
      reason: 'Memory leak',
      reasonCode: 'performance',
    },
  }),
];
