import { type Fact, subjectOf } from '../../domain/facts/fact.ts';
import { instantMs } from '../../domain/instant.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import type { ExportOptions } from '../ledger.ts';
import type { OpenedFact } from './fact-blocks.ts';

/** Where and when the thing was that a fact is about, as far as it has a place and a time. */
interface Whereabouts {
  readonly service?: string;
  readonly environment?: string;
  readonly atMs?: number;
}

/**
 * Chooses the facts of a block that an export is about: all facts of a deployment or an incident or none of them, by what is known of
 * it now. Registrations belong to every time.
 */
export async function chooseFacts(
  store: ReadStore,
  block: readonly OpenedFact[],
  options: ExportOptions,
): Promise<readonly OpenedFact[]> {
  if (Object.values(options).every((value) => value === undefined)) return block;
  const [deployments, incidents] = [await deploymentsOf(store, block), await incidentsOf(store, block)];
  return block.filter(({ fact }) => fits(whereabouts(fact, deployments, incidents), options));
}

function fits(of: Whereabouts | undefined, { service, environment, fromMs, toMs }: ExportOptions): boolean {
  if (of === undefined) return false;
  if (isOther(of.service, service) || isOther(of.environment, environment)) return false;
  const { atMs } = of;
  return atMs === undefined || ((fromMs === undefined || fromMs <= atMs) && (toMs === undefined || atMs < toMs));
}

function isOther(name: string | undefined, wanted: string | undefined): boolean {
  return name !== undefined && wanted !== undefined && name !== wanted;
}

type ById = ReadonlyMap<string, Whereabouts>;

function whereabouts(fact: Fact, deployments: ById, incidents: ById): Whereabouts | undefined {
  switch (fact.type) {
    case 'rollback.recorded':
    case 'service.removed': {
      const { service, environment } = fact.data;
      return { service, environment, atMs: instantMs(fact.occurredAt) };
    }
    case 'incident.opened':
    case 'incident.attributed':
    case 'incident.resolved':
      return incidents.get(fact.data.incident);
    case 'service.registered':
      return { service: fact.data.service };
    case 'environment.registered':
      return { environment: fact.data.environment };
    case 'actor.erased':
    case 'token.created':
    case 'token.revoked':
      return undefined;
    default:
      return deployments.get(fact.data.deployment);
  }
}

async function deploymentsOf(store: ReadStore, block: readonly OpenedFact[]): Promise<ById> {
  const ids = idsOf(block, 'deployment');
  const rows = ids.length === 0 ? [] : await store.deployments({ ids });
  return new Map(rows.map((row) => [row.id, row]));
}

async function incidentsOf(store: ReadStore, block: readonly OpenedFact[]): Promise<ById> {
  const found = new Map<string, Whereabouts>();
  for (const id of idsOf(block, 'incident')) {
    const [row] = await store.incidents({ id });
    if (row !== undefined) found.set(id, { ...row, atMs: row.openedMs });
  }
  return found;
}

function idsOf(block: readonly OpenedFact[], kind: 'deployment' | 'incident'): string[] {
  const subjects = new Set(block.map(({ fact }) => subjectOf(fact)));
  return [...subjects].flatMap((subject) => (subject.startsWith(`${kind}:`) ? subject.slice(kind.length + 1) : []));
}
