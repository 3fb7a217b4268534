import type { DeadLetter } from '../../projections/position-store.ts';
import { attempt } from './attempt.ts';
import type { TellPorts } from './outbox.ts';
import type { Receiver } from './receiver.ts';
import type { Ledgerside } from './tell-receiver.ts';

/** How often dead letters are looked at that somebody, maybe another process, asked to be sent again. */
const intervalMs = 1000;

/** Sends dead letters that are due, once each, until the signal says to stop. */
export async function tellDeadLetters(
  receivers: readonly Receiver[],
  ledger: Ledgerside,
  ports: TellPorts,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const letter of await ledger.positions.deadLetters({ due: true })) {
        await tellOnce(letter, receivers, ledger, ports, signal);
        if (signal.aborted) return;
      }
    } catch (error) {
      ports.failed('dead letters', error);
    }
    await ports.wait(intervalMs, signal);
  }
}

async function tellOnce(
  letter: DeadLetter,
  receivers: readonly Receiver[],
  { positions, clock, eventFor, follow }: Ledgerside,
  ports: TellPorts,
  signal: AbortSignal,
): Promise<void> {
  const receiver = receivers.find(({ name }) => name === letter.receiver);
  if (receiver === undefined) {
    await positions.failAgain(letter.id, 'nothing is configured under this name any more', clock());
    return;
  }
  for await (const [fact] of follow(letter.index, signal)) {
    const event = fact && (await eventFor(receiver, fact));
    const answer = event && (await attempt(receiver, event, clock(), ports.post, signal));
    if (signal.aborted) return;
    // What the receiver is not to be told of any more is settled, too.
    if (answer === undefined || answer.taken) await positions.settleDeadLetter(letter.id);
    else await positions.failAgain(letter.id, answer.error, clock());
    return;
  }
}
