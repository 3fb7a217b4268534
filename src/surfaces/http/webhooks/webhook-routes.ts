import type { Route } from '../route.ts';
import { deliveryRoutes } from './deliveries.ts';
import { receiveWebhook } from './receive-webhook.ts';

export const webhookRoutes: readonly Route[] = [receiveWebhook, ...deliveryRoutes];
