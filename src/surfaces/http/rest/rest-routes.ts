import type { Route } from '../route.ts';
import { batchRoute } from './batch/batch-route.ts';
import { deploymentRoutes } from './deployments.ts';
import { eventRoutes } from './events.ts';
import { incidentRoutes } from './incidents.ts';
import { metricRoutes } from './metrics.ts';
import { deploymentRecordingRoutes } from './record-deployments.ts';
import { registrationRoutes } from './registrations.ts';
import { reportRoutes } from './reports.ts';
import { rollbackRoutes } from './rollbacks.ts';
import { runningRoutes } from './running.ts';
import { verifyRoute } from './verify.ts';

/** What can be recorded, read and verified under /api/v1. */
export const restRoutes: readonly Route[] = [
  ...deploymentRoutes,
  ...deploymentRecordingRoutes,
  ...rollbackRoutes,
  ...incidentRoutes,
  ...registrationRoutes,
  ...runningRoutes,
  ...eventRoutes,
  ...metricRoutes,
  ...reportRoutes,
  batchRoute,
  verifyRoute,
];
