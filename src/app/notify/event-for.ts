import type { LogReader } from '../../ledger/log-store.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import type { PublishedFact } from '../publish/published-fact.ts';
import { cdEventOf } from './cd-event.ts';
import { type CloudEvent, cloudEventOf } from './cloud-event.ts';
import { type Receiver, wants } from './receiver.ts';

type Rows = Pick<LogReader, 'openingsOf'> & Pick<ReadStore, 'deployment' | 'environments'>;

/** What a receiver is told of a fact; undefined when that is nothing. */
export async function eventFor(
  receiver: Receiver,
  fact: PublishedFact,
  origin: string,
  rows: Rows,
): Promise<CloudEvent | undefined> {
  if (!wants(receiver, fact)) return undefined;
  if (receiver.format === 'cdevents') return cdEventOf(fact, origin, rows);
  return cloudEventOf(fact, origin, receiver.opened ? await openedOf(fact, rows) : undefined);
}

/** The sealed values of a fact that nobody has erased, by their places in it. */
async function openedOf({ index }: PublishedFact, rows: Rows): Promise<Readonly<Record<string, unknown>>> {
  const openings = await rows.openingsOf([index]);
  return Object.fromEntries(openings.map(({ path, value }) => [path, JSON.parse(value) as unknown]));
}
