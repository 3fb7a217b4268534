import * as v from 'valibot';
import type { ChangesQuery } from '../../../app/changes/changes-view.ts';
import { name, time } from '../../../domain/claims/fields.ts';
import { type Route, route } from '../route.ts';
import { tagged } from './entity-tag.ts';
import { knownAtField, pageFields, windowFields } from './query/fields.ts';
import { knownAtIn, windowIn } from './query/times.ts';
import { clockOf, linkTo, listRoute } from './read-route.ts';
import { changesShape, timelineEntryShape } from './shapes/events.ts';

const place = { service: v.optional(name), environment: v.optional(name) };

export const eventRoutes: readonly Route[] = [
  listRoute(
    {
      path: '/api/v1/timeline',
      id: 'listTimeline',
      summary: 'List deployments, rollbacks and incidents together, newest first',
      query: v.strictObject({ ...place, ...windowFields, ...knownAtField, ...pageFields }),
      shape: timelineEntryShape,
    },
    ({ ledger, query, nowMs }, page) => {
      const { service, environment } = query;
      return ledger.timeline({ service, environment, ...windowIn(query, clockOf({ nowMs, query })), ...page });
    },
  ),
  route({
    method: 'GET',
    path: '/api/v1/changes',
    id: 'listChanges',
    summary: 'List what changed between two states of the log, for whoever keeps a copy',
    description:
      'from is the number of facts that the copy has taken in, or a time; ask again from the answer’s to. ' +
      'Each item takes the place of what the copy held under its type and id; limit counts facts, not items.',
    access: 'viewer',
    query: v.strictObject({
      ...place,
      from: time,
      to: v.optional(time),
      tz: v.optional(v.string(), 'UTC'),
      ...pageFields,
    }),
    answers: { 200: { description: 'A page of what changed', schema: changesShape } },
    handle: (request) =>
      tagged(request, 'clock', async () => {
        const { query, ledger, raw } = request;
        const clock = clockOf(request);
        const { service, environment, limit, cursor } = query;
        const from = knownAtIn('from', query.from, clock) as ChangesQuery['from'];
        const to = knownAtIn('to', query.to, clock);
        const changes = await ledger.changes({ service, environment, from, to, limit, cursor });
        return { headers: linkTo(raw.url, changes.next), json: changes };
      }),
  }),
];
