import type { PositionStore } from '../../projections/position-store.ts';
import type { PublishedFact } from '../publish/published-fact.ts';
import { attempt } from './attempt.ts';
import type { CloudEvent } from './cloud-event.ts';
import type { TellPorts } from './outbox.ts';
import type { Receiver } from './receiver.ts';
import { mostAttempts, retryDelayMs } from './retry-delay.ts';

/** What telling somebody needs of the ledger. */
export interface Ledgerside {
  readonly positions: PositionStore;
  clock(): number;
  size(): Promise<number>;
  follow(index: number, signal: AbortSignal): AsyncIterable<readonly PublishedFact[]>;
  /** Undefined for a fact that the receiver is not to be told of. */
  eventFor(receiver: Receiver, fact: PublishedFact): Promise<CloudEvent | undefined>;
}

/** How long to wait when the ledger itself cannot be read or written. */
const pauseMs = 1000;

/**
 * Tells a receiver every fact from where it stands, one after the other, until the signal says to stop. Its position is on disk before
 * the next fact is sent, so after a failure of any sort the fact that was under way is sent once more, and none is left out.
 */
export async function tellReceiver(
  receiver: Receiver,
  ledger: Ledgerside,
  ports: TellPorts,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const from = await ledger.positions.begin(receiver.name, await ledger.size());
      for await (const facts of ledger.follow(from, signal)) await tellAll(facts, receiver, ledger, ports, signal);
    } catch (error) {
      ports.failed(receiver.name, error);
      await ports.wait(pauseMs, signal);
    }
  }
}

async function tellAll(
  facts: readonly PublishedFact[],
  receiver: Receiver,
  ledger: Ledgerside,
  ports: TellPorts,
  signal: AbortSignal,
): Promise<void> {
  let told: PublishedFact | undefined;
  for (const fact of facts) {
    const event = await ledger.eventFor(receiver, fact);
    if (event === undefined) continue;
    const outcome = await deliver(event, receiver, ledger, ports, signal);
    if (outcome === 'stopped') return;
    const { index } = fact;
    const dead =
      outcome === 'taken' ? undefined : { ...outcome, receiver: receiver.name, index, failedMs: ledger.clock() };
    await ledger.positions.advance(receiver.name, index + 1, dead);
    told = fact;
  }
  // One write is enough for all at the end that it is not to be told of.
  const last = facts.at(-1);
  if (last !== undefined && last !== told) await ledger.positions.advance(receiver.name, last.index + 1);
}

type Delivered = 'taken' | 'stopped' | { readonly attempts: number; readonly error: string };

/** Tries until the receiver takes it, wants no other attempt, or had all of them. */
async function deliver(
  event: CloudEvent,
  receiver: Receiver,
  { clock }: Ledgerside,
  ports: TellPorts,
  signal: AbortSignal,
): Promise<Delivered> {
  for (let attempts = 1; ; attempts++) {
    const answer = await attempt(receiver, event, clock(), ports.post, signal);
    if (answer.taken) return 'taken';
    if (signal.aborted) return 'stopped';
    ports.failed(receiver.name, answer.error);
    if (answer.gone || attempts === mostAttempts) return { attempts, error: answer.error };
    await ports.wait(retryDelayMs(attempts, ports.chance(), answer.retryAfterMs), signal);
    if (signal.aborted) return 'stopped';
  }
}
