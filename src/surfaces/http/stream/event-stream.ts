import type { PublishedFact } from '../../../app/publish/published-fact.ts';
import { frameOf, heartbeat, joined } from './frames.ts';

/** Milliseconds after which a stream without events says that it is alive. */
const heartbeatMs = 15_000;

export interface EventStreamOptions {
  readonly facts: (signal: AbortSignal) => AsyncIterable<readonly PublishedFact[]>;
  readonly wants: (fact: PublishedFact) => boolean;
  /** Ends when the client goes away. */
  readonly signal: AbortSignal;
}

/**
 * The body of a stream of Server-Sent Events. It is pulled: facts are read on for a client as fast as it takes them, so one that is
 * slow holds up nobody and fills no memory.
 */
export function eventStream({ facts, wants, signal }: EventStreamOptions): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  signal.addEventListener('abort', () => stop.abort(), { once: true });
  if (signal.aborted) stop.abort();
  const batches = facts(stop.signal)[Symbol.asyncIterator]();
  let pending: Promise<IteratorResult<readonly PublishedFact[]>> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(heartbeat),
      async pull(controller) {
        for (;;) {
          pending ??= batches.next();
          const next = await Promise.race([pending, quiet()]);
          if (next === 'quiet') {
            controller.enqueue(heartbeat);
            return;
          }
          pending = undefined;
          if (next.done) {
            controller.close();
            return;
          }
          const wanted = next.value.filter(wants);
          if (wanted.length === 0) continue;
          controller.enqueue(joined(wanted.map(frameOf)));
          return;
        }
      },
      cancel: () => stop.abort(),
    },
    { highWaterMark: 1 },
  );
}

function quiet(): Promise<'quiet'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('quiet'), heartbeatMs).unref();
  });
}
