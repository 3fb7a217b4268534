import { type Instant, instantMs } from '../../../domain/instant.ts';
import { hex } from '../../../ledger/hashing.ts';
import type { LogReader } from '../../../ledger/log-store.ts';
import { type OpenedFact, openFacts } from '../../export/fact-blocks.ts';
import { placeOf, tellFact } from '../fact-sentence.ts';
import type { PostMortemEvent } from './post-mortem-view.ts';

/** The facts of some subjects among the first `size` of the log, opened. */
export async function factsAbout(log: LogReader, subjects: readonly string[], size: number): Promise<OpenedFact[]> {
  const stored = await log.factsOf(subjects);
  return openFacts(
    log,
    stored.filter(({ index }) => index < size),
  );
}

/** What facts tell, by the time at which it happened; what a single fact tells of a start and an end are two events. */
export function timelineOf(facts: readonly OpenedFact[]): PostMortemEvent[] {
  return facts
    .flatMap(eventsOf)
    .sort((a, b) => instantMs(a.at) - instantMs(b.at) || a.index - b.index || (a.what < b.what ? -1 : 1));
}

function eventsOf(opened: OpenedFact): PostMortemEvent[] {
  const { fact } = opened;
  const told = tellFact(opened);
  const startedAt = fact.type === 'deployment.recorded' ? fact.data.startedAt : undefined;
  if (fact.type !== 'deployment.recorded' || startedAt === undefined || startedAt === fact.occurredAt) {
    return [eventOf(opened, fact.occurredAt, told)];
  }
  const { service, version } = fact.data;
  const began = { what: `the deployment of ${service} ${version} to ${placeOf(fact.data)} began`, who: told.who };
  return [eventOf(opened, startedAt, began), eventOf(opened, fact.occurredAt, told)];
}

function eventOf(
  { fact, stored }: OpenedFact,
  at: Instant,
  told: { readonly what: string; readonly who: string | null },
): PostMortemEvent {
  const { recordedAt, source, type } = fact;
  return { at, recordedAt, ...told, source, type, index: stored.index, leafHash: hex(stored.leafHash) };
}
