import * as v from 'valibot';
import { name, oneOf } from '../../../domain/claims/fields.ts';
import { builtinStrategies } from '../../../domain/strategies/registry.ts';
import { kinds, statuses } from '../../../domain/vocabulary.ts';
import { type Route, route } from '../route.ts';
import { tagged } from './entity-tag.ts';
import { asOfField, knownAtField, pageFields, windowFields } from './query/fields.ts';
import { knownAtIn, timeIn, windowIn } from './query/times.ts';
import { clockOf, listRoute, showRoute, wholeListRoute } from './read-route.ts';
import { deploymentDetailShape, deploymentShape, factShape } from './shapes/deployment.ts';

const strategies = builtinStrategies.map((strategy) => strategy.name);

const filters = v.strictObject({
  service: v.optional(name),
  environment: v.optional(name),
  status: v.optional(oneOf('status', statuses)),
  type: v.optional(oneOf('strategy', strategies)),
  region: v.optional(name),
  kind: v.optional(oneOf('kind', kinds)),
  initiator: v.optional(name),
  ...windowFields,
  ...asOfField,
  ...knownAtField,
  ...pageFields,
});

const knowledge = v.strictObject(knownAtField);
const textProof = 'text/plain; charset=utf-8';

export const deploymentRoutes: readonly Route[] = [
  listRoute(
    {
      path: '/api/v1/deployments',
      id: 'listDeployments',
      summary: 'List deployments, newest first',
      query: filters,
      shape: deploymentShape,
    },
    ({ ledger, nowMs, query }, page) => {
      const clock = clockOf({ nowMs, query });
      const { service, environment, status, type, region, kind, initiator } = query;
      return ledger.deployments({
        ...{ service, environment, status, strategy: type, region, kind, initiator },
        ...windowIn(query, clock),
        asOfMs: timeIn('as_of', query.as_of, clock),
        ...page,
      });
    },
  ),
  showRoute(
    {
      path: '/api/v1/deployments/{id}',
      id: 'getDeployment',
      summary: 'Show a deployment with its facts, what undid it, and its proof',
      query: knowledge,
      shape: deploymentDetailShape,
      madeOf: 'content',
    },
    ({ ledger, params, ...asked }) =>
      ledger.deployment(params['id'] ?? '', knownAtIn('known_at', asked.query.known_at, clockOf(asked))),
  ),
  wholeListRoute(
    {
      path: '/api/v1/deployments/{id}/facts',
      id: 'listFacts',
      summary: 'List the facts about a deployment, as they are in the log',
      query: knowledge,
      shape: factShape,
    },
    async ({ ledger, params, ...asked }) => {
      const knownAt = knownAtIn('known_at', asked.query.known_at, clockOf(asked));
      return (await ledger.deployment(params['id'] ?? '', knownAt)).facts;
    },
  ),
  route({
    method: 'GET',
    path: '/api/v1/deployments/{id}/proof',
    id: 'proveDeployment',
    summary: 'Prove that a deployment is in the log',
    description:
      'A C2SP tlog-proof, which whoever has the verifier key can check without this server. A checkpoint is signed if none covers it.',
    access: 'viewer',
    answers: { 200: { description: 'The proof', type: textProof } },
    handle: (request) =>
      tagged(request, 'content', async () => {
        const { index } = await request.ledger.deployment(request.params['id'] ?? '');
        const { proof } = await request.ledger.prove(index);
        return { headers: { 'content-type': textProof }, body: proof };
      }),
  }),
];
