import { annotationsRoute } from './grafana/annotations-route.ts';
import { logRoutes } from './log/log-routes.ts';
import { apiRoutes } from './openapi/api-routes.ts';
import { operationRoutes } from './operation/operation-routes.ts';
import { metricsRoute } from './prometheus/metrics-route.ts';
import { restRoutes } from './rest/rest-routes.ts';
import { sessionRoutes } from './rest/session.ts';
import { tokenRoutes } from './rest/tokens.ts';
import type { Route } from './route.ts';
import { streamRoute } from './stream/stream-route.ts';
import { webhookRoutes } from './webhooks/webhook-routes.ts';

const described: readonly Route[] = [
  ...restRoutes,
  ...tokenRoutes,
  ...sessionRoutes,
  ...operationRoutes,
  ...logRoutes,
  metricsRoute,
  annotationsRoute,
  streamRoute,
  ...webhookRoutes,
];

/** Every operation of the HTTP API. */
export const routes: readonly Route[] = [...described, ...apiRoutes(described)];
