import * as v from 'valibot';
import type { Side } from '../../../app/queries.ts';
import { name } from '../../../domain/claims/fields.ts';
import { LedgerError } from '../../../domain/errors.ts';
import type { Route } from '../route.ts';
import { asOfField, flag, knownAtField } from './query/fields.ts';
import { type Clock, knownAtIn, timeIn } from './query/times.ts';
import { clockOf, wholeListRoute } from './read-route.ts';
import { recordRoute } from './record-route.ts';
import { differenceShape, runningShape } from './shapes/running.ts';

const tz = v.optional(v.string(), 'UTC');
const filters = v.strictObject({
  service: v.optional(name),
  environment: v.optional(name),
  region: v.optional(name),
  tz,
  ...asOfField,
  ...knownAtField,
});
const sides = v.strictObject({ a: name, b: name, all: v.optional(flag, 'false'), tz });

export const runningRoutes: readonly Route[] = [
  wholeListRoute(
    {
      path: '/api/v1/running',
      id: 'listRunning',
      summary: 'List what runs where, or ran at a time',
      query: filters,
      shape: runningShape,
      madeOf: 'clock',
    },
    ({ ledger, query, nowMs }) => {
      const clock = clockOf({ nowMs, query });
      const { service, environment, region } = query;
      const asOfMs = timeIn('as_of', query.as_of, clock);
      const knownAt = knownAtIn('known_at', query.known_at, clock);
      return ledger.running({ service, environment, region, asOfMs, knownAt });
    },
  ),
  wholeListRoute(
    {
      path: '/api/v1/diff',
      id: 'listDifferences',
      summary: 'Compare two environments, or one environment at two times',
      description: 'A side is an environment, or an environment at a time: a=production@2026-01-01&b=production.',
      query: sides,
      shape: differenceShape,
    },
    async ({ ledger, query, nowMs }) => {
      const clock = clockOf({ nowMs, query });
      const rows = await ledger.diff(sideIn('a', query.a, clock), sideIn('b', query.b, clock));
      return query.all ? rows : rows.filter(({ change }) => change !== 'same');
    },
  ),
  recordRoute({
    type: 'removal',
    path: '/api/v1/removals',
    id: 'recordRemoval',
    summary: 'Record that a service no longer runs somewhere',
    location: (id) => `/api/v1/services/${encodeURIComponent(id)}`,
    example: { service: 'api', environment: 'staging' },
  }),
];

/** What follows the last `@` is a time. */
function sideIn(field: string, text: string, clock: Clock): Side {
  const at = text.lastIndexOf('@');
  const environment = at < 0 ? text : text.slice(0, at);
  if (environment.trim() === '') {
    throw new LedgerError('invalid', `${field}: ${JSON.stringify(text)} names no environment`, {
      field,
      hint: 'write staging, or production@2026-01-01',
    });
  }
  return at < 0 ? { environment } : { environment, asOfMs: timeIn(field, text.slice(at + 1), clock) };
}
