import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LogReader, StoredFact } from '../../ledger/log-store.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import { type ReadFact, viewFact } from '../read/view-fact.ts';
import type { FactView } from '../views.ts';

/** A fact as it is told to those who follow the log, with where it happened, which many facts say by an id only. */
export interface PublishedFact extends FactView {
  readonly service: string | null;
  readonly environment: string | null;
}

interface Named {
  readonly service: string;
  readonly environment: string;
}

/** Reads the facts `from` ≤ index < `to` and where each of them happened. */
export async function readPublished(
  store: LogReader & Pick<ReadStore, 'deployments' | 'incidents'>,
  from: number,
  to: number,
): Promise<PublishedFact[]> {
  const facts: ReadFact[] = [];
  for await (const stored of store.facts(from, to)) facts.push({ stored, fact: decodeFact(stored.bytes) });
  const places = await placesOf(
    store,
    facts.filter((one) => ownPlace(one) === undefined).map(({ stored }) => stored),
  );
  return facts.map((one) => {
    const place = ownPlace(one) ?? places.get(one.stored.subject);
    return { ...viewFact(one), service: place?.service ?? null, environment: place?.environment ?? null };
  });
}

function ownPlace({
  fact: { data },
}: ReadFact): { readonly service?: string; readonly environment?: string } | undefined {
  if ('service' in data)
    return { service: data.service, ...('environment' in data ? { environment: data.environment } : {}) };
  return 'environment' in data ? { environment: data.environment } : undefined;
}

/** Where the deployments and incidents are that facts are about, by subject. */
async function placesOf(
  store: Pick<ReadStore, 'deployments' | 'incidents'>,
  facts: readonly StoredFact[],
): Promise<Map<string, Named>> {
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  const idsOf = (kind: string) =>
    subjects.filter((subject) => subject.startsWith(kind)).map((subject) => subject.slice(kind.length));
  const places = new Map<string, Named>();
  const deployments = idsOf('deployment:');
  for (const row of deployments.length === 0 ? [] : await store.deployments({ ids: deployments }))
    places.set(`deployment:${row.id}`, row);
  for (const id of idsOf('incident:')) {
    const [row] = await store.incidents({ id });
    if (row !== undefined) places.set(`incident:${id}`, row);
  }
  return places;
}
