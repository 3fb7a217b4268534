import type { PublishedFact } from '../../../app/publish/published-fact.ts';
import type { CallOptions } from '../caller.ts';
import type { StreamFilter } from '../filters.ts';
import { searchOf } from '../search-of.ts';
import { pause } from '../transport/pause.ts';
import { NoAnswer, notLedger, ServerError } from '../transport/server-error.ts';
import type { Transport } from '../transport/transport.ts';
import { readEvents } from './read-events.ts';

export interface StreamOptions extends CallOptions {
  /** Index of the last fact that was seen before. */
  readonly lastEventId?: number | undefined;
  /** Wait before a stream that ended is opened again, in milliseconds; 1,000 when absent. */
  readonly pauseMs?: number | undefined;
}

/**
 * Facts as they are recorded, until the signal says to stop. A stream that breaks off is opened again behind the last fact that came, so
 * that none is missed or told twice.
 * @throws LedgerError what the server refuses, and `unreachable` when it cannot be reached to begin with.
 */
export async function* followFacts(
  transport: Transport,
  filter: StreamFilter,
  { lastEventId, signal, pauseMs = 1000 }: StreamOptions,
): AsyncGenerator<PublishedFact> {
  let last = lastEventId === undefined ? undefined : String(lastEventId);
  let wasOpen = false;
  while (!signal?.aborted) {
    try {
      const events = readEvents(await open(transport, filter, last, signal));
      wasOpen = true;
      for await (const { id, data } of events) {
        last = id ?? last;
        yield JSON.parse(data);
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (!isBroken(error, wasOpen)) throw error;
    }
    await pause(pauseMs, signal).catch(() => undefined);
  }
}

function open(transport: Transport, filter: StreamFilter, last: string | undefined, signal: AbortSignal | undefined) {
  const headers = { accept: 'text/event-stream', ...(last === undefined ? {} : { 'last-event-id': last }) };
  return transport.send(
    { method: 'GET', path: 'api/v1/stream', search: searchOf(filter), headers, repeatable: true, slow: true, signal },
    async (response, address) => {
      if (!response.headers.get('content-type')?.startsWith('text/event-stream') || response.body === null) {
        throw notLedger(address, response);
      }
      return response.body;
    },
  );
}

/** Whether to go on: the connection went, or the server did and may come back; not the right to it. */
function isBroken(error: unknown, wasOpen: boolean): boolean {
  // What fetch throws in the middle of a body.
  if (error instanceof TypeError) return true;
  const isGone = error instanceof NoAnswer || (error instanceof ServerError && [429, 503].includes(error.status));
  return wasOpen && isGone;
}
