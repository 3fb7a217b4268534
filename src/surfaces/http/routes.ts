import { deploymentRoutes } from './rest/deployments.ts';
import type { Route } from './route.ts';

/** Every operation of the HTTP API. */
export const routes: readonly Route[] = [...deploymentRoutes];
