import * as v from 'valibot';
import { type Route, route } from '../route.ts';

const most = 1000;
const usual = 50;

const delivery = v.object({
  id: v.string(),
  source: v.string(),
  receivedAt: v.string(),
  bytes: v.number(),
  state: v.picklist(['pending', 'recorded', 'ignored', 'failed']),
  settledAt: v.nullable(v.string()),
  events: v.array(
    v.object({
      event: v.string(),
      recorded: v.array(v.object({ id: v.string(), index: v.number(), known: v.boolean() })),
      ignored: v.nullable(v.string()),
      error: v.nullable(v.string()),
    }),
  ),
  kept: v.boolean(),
});

const limit = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,3}$/, (issue) => `${JSON.stringify(issue.input)} is not a number from 1 to ${most}`),
  v.transform(Number),
  v.maxValue(most, `at most ${most} at once; the next page follows with the cursor`),
);

export const deliveryRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/v1/deliveries',
    id: 'listDeliveries',
    summary: 'What sources sent, and what became of it, latest first',
    access: 'viewer',
    query: v.strictObject({
      source: v.optional(v.string()),
      state: v.optional(v.string()),
      limit: v.optional(limit, String(usual)),
      cursor: v.optional(v.string()),
    }),
    answers: {
      200: {
        description: 'The deliveries',
        schema: v.object({ items: v.array(delivery), next: v.nullable(v.string()) }),
      },
    },
    handle: async ({ ledger, query }) => ({ json: await (await ledger.webhooks()).list(query) }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/deliveries/{id}',
    id: 'getDelivery',
    summary: 'One delivery and what became of it',
    access: 'viewer',
    answers: { 200: { description: 'The delivery', schema: delivery } },
    handle: async ({ ledger, params }) => ({ json: await (await ledger.webhooks()).delivery(params['id'] ?? '') }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/deliveries/{id}/replay',
    id: 'replayDelivery',
    summary: 'Process a delivery again, by the rules of today',
    access: 'deployer',
    answers: { 200: { description: 'What became of it', schema: delivery } },
    handle: async ({ ledger, params }) => ({ json: await (await ledger.webhooks()).replay(params['id'] ?? '') }),
  }),
];
