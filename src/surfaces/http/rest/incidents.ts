import * as v from 'valibot';
import { name, oneOf } from '../../../domain/claims/fields.ts';
import { severities } from '../../../domain/vocabulary.ts';
import type { Route } from '../route.ts';
import { flag, knownAtField, pageFields, windowFields } from './query/fields.ts';
import { windowIn } from './query/times.ts';
import { clockOf, listRoute, showRoute } from './read-route.ts';
import { recordRoute } from './record-route.ts';
import { incidentShape } from './shapes/incident.ts';

const filters = v.strictObject({
  service: v.optional(name),
  environment: v.optional(name),
  severity: v.optional(oneOf('severity', severities)),
  open: v.optional(flag),
  ...windowFields,
  ...knownAtField,
  ...pageFields,
});

const location = (id: string) => `/api/v1/incidents/${encodeURIComponent(id)}`;

export const incidentRoutes: readonly Route[] = [
  listRoute(
    {
      path: '/api/v1/incidents',
      id: 'listIncidents',
      summary: 'List incidents, the one opened last first',
      query: filters,
      shape: incidentShape,
      // One that will be over at a known time is open until then.
      madeOf: 'clock',
    },
    ({ ledger, query, nowMs }, page) => {
      const { service, environment, severity, open } = query;
      const window = windowIn(query, clockOf({ nowMs, query }));
      return ledger.incidents({ service, environment, severity, open, ...window, ...page });
    },
  ),
  showRoute(
    {
      path: '/api/v1/incidents/{id}',
      id: 'getIncident',
      summary: 'Show an incident and the deployment that it is attributed to',
      query: v.strictObject({}),
      shape: incidentShape,
    },
    ({ ledger, params }) => ledger.incident(params['id'] ?? ''),
  ),
  recordRoute({
    type: 'incident',
    path: '/api/v1/incidents',
    id: 'recordIncident',
    summary: 'Record an incident',
    location,
    example: { id: 'INC-7', service: 'api', severity: 'critical', title: 'Checkout is down', openedAt: '-10m' },
  }),
  recordRoute({
    type: 'incident-resolution',
    path: '/api/v1/incidents/{id}/resolution',
    id: 'resolveIncident',
    summary: 'Record that an incident is over',
    subject: 'incident',
    location,
    example: { at: 'now' },
  }),
  recordRoute({
    type: 'incident-attribution',
    path: '/api/v1/incidents/{id}/attribution',
    id: 'attributeIncident',
    summary: 'Decide which deployment an incident came from, or that it came from none',
    description: 'It outweighs what is derived, and every decision before it.',
    subject: 'incident',
    location,
    example: { deployment: 'deploy-1705339200-4f9k2mq7xr' },
  }),
];
