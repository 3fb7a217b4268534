import * as v from 'valibot';
import type { PublishedFact } from '../../../app/publish/published-fact.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { type Route, route } from '../route.ts';
import { eventStream } from './event-stream.ts';

const filters = v.strictObject({
  service: v.optional(v.string()),
  environment: v.optional(v.string()),
  /** Kinds of facts, such as `deployment.recorded,rollback.recorded`. */
  type: v.optional(v.string()),
  /** The index of the first fact; what comes from now on when absent. */
  from: v.optional(v.string()),
});

/** Facts as they are recorded, whichever process did it. */
export const streamRoute: Route = route({
  method: 'GET',
  path: '/api/v1/stream',
  id: 'streamFacts',
  summary:
    'Follow the log: one Server-Sent Event for each fact; a client that comes back with Last-Event-ID misses nothing',
  access: 'viewer',
  query: filters,
  answers: { 200: { description: 'Server-Sent Events, whose ids are indexes of the log', type: 'text/event-stream' } },
  async handle({ ledger, query, raw, caller }) {
    const from = await startOf(raw, query.from, () => ledger.size());
    const types = query.type?.split(',').map((type) => type.trim());
    const wants = (fact: PublishedFact) =>
      (query.service === undefined || fact.service === query.service) &&
      (query.environment === undefined || fact.environment === query.environment) &&
      (types === undefined || types.includes(fact.type)) &&
      (caller.services === null || caller.services.includes(fact.service ?? '')) &&
      (caller.environments === null || caller.environments.includes(fact.environment ?? ''));
    const body = eventStream({ facts: (signal) => ledger.follow(from, signal), wants, signal: raw.signal });
    // Proxies that gather answers would hold events back.
    return { headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' }, body };
  },
});

/** Behind the last event that the client has seen, else at `from`, else at the end. */
async function startOf(raw: Request, from: string | undefined, size: () => Promise<number>): Promise<number> {
  const last = raw.headers.get('last-event-id');
  if (last !== null) return indexIn('last-event-id', last) + 1;
  return from === undefined ? size() : indexIn('from', from);
}

function indexIn(field: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new LedgerError('invalid', `${field}: ${JSON.stringify(text)} is not the index of a fact`, { field });
}
