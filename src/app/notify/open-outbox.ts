import { LedgerError } from '../../domain/errors.ts';
import { instant } from '../../domain/instant.ts';
import type { DeadLetter } from '../../projections/position-store.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { PublishedFact } from '../publish/published-fact.ts';
import { eventFor } from './event-for.ts';
import type { DeadLetterView, Outbox } from './outbox.ts';
import { tellDeadLetters } from './tell-dead-letters.ts';
import { type Ledgerside, tellReceiver } from './tell-receiver.ts';

export interface OutboxPorts {
  readonly store: LedgerStore;
  readonly origin: string;
  readonly clock: () => number;
  follow(index: number, signal: AbortSignal): AsyncIterable<readonly PublishedFact[]>;
}

export async function openOutbox({ store, origin, clock, follow }: OutboxPorts): Promise<Outbox> {
  const positions = await store.positions();
  const ledger: Ledgerside = {
    positions,
    clock,
    follow,
    size: async () => (await store.head()).size,
    eventFor: (receiver, fact) => eventFor(receiver, fact, origin, store),
  };
  return {
    async tell(receivers, ports, signal) {
      await Promise.all([
        ...receivers.map((receiver) => tellReceiver(receiver, ledger, ports, signal)),
        tellDeadLetters(receivers, ledger, ports, signal),
      ]);
    },
    deadLetters: async () => (await positions.deadLetters({})).map(viewOf),
    async sendAgain(id) {
      if (await positions.sendAgain(id)) return;
      throw new LedgerError('not-found', `there is no dead letter "${id}"`, {
        hint: 'see those that there are with: deploy-ledger webhook dead',
      });
    },
  };
}

function viewOf({ failedMs, ...letter }: DeadLetter): DeadLetterView {
  return { ...letter, failedAt: instant(failedMs) };
}
