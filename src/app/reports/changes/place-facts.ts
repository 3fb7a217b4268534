import { type Fact, subjectOf } from '../../../domain/facts/fact.ts';
import { instantMs } from '../../../domain/instant.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import type { DeploymentRow, IncidentRow } from '../../../projections/rows.ts';
import { factBlocks, type OpenedFact } from '../../export/fact-blocks.ts';
import type { ReportScope } from './report-scope.ts';

/** What a fact is to a report, in the order in which they are listed. */
export const standings = [
  'in the population',
  'of another time',
  'of another service',
  'of another environment',
  'no change',
  'of something never recorded itself',
] as const;
export type Standing = (typeof standings)[number];

/** A change of the population, told by the fact that made it known. */
export type Member =
  | { readonly kind: 'deployment'; readonly row: DeploymentRow }
  | { readonly kind: 'incident'; readonly row: IncidentRow }
  | { readonly kind: 'correction'; readonly row: DeploymentRow }
  | { readonly kind: 'rollback' | 'removal' };

export interface PlacedFact extends OpenedFact {
  readonly standing: Standing;
  /** The change that this fact made known, if it is in the population. */
  readonly member: Member | undefined;
}

/** A fact that made a change of the population known. */
export type MemberFact = PlacedFact & { readonly member: Member };

export function isMemberFact(placed: PlacedFact): placed is MemberFact {
  return placed.member !== undefined;
}

/**
 * Goes through the first `size` facts of a log, a block at a time, and says of each what it is to a report. A change is in the population
 * by when it happened, as is known now: a deployment by its finish, else its start, else its first mention; an incident by its
 * opening. All facts about a change count with it.
 */
export async function* placeFacts(
  store: LedgerStore,
  scope: ReportScope,
  size: number,
): AsyncGenerator<readonly PlacedFact[]> {
  for await (const block of factBlocks(store, size)) {
    const known = {
      deployments: await deploymentsOf(store, block, size),
      incidents: await incidentsOf(store, block, size),
    };
    yield block.map((opened) => ({ ...opened, ...placeOne(opened, known, scope) }));
  }
}

interface Known {
  readonly deployments: ReadonlyMap<string, DeploymentRow>;
  readonly incidents: ReadonlyMap<string, IncidentRow>;
}

type Placing = Pick<PlacedFact, 'standing' | 'member'>;

function placeOne({ stored, fact }: OpenedFact, known: Known, scope: ReportScope): Placing {
  switch (fact.type) {
    case 'service.registered':
    case 'environment.registered':
    case 'actor.erased':
    case 'token.created':
    case 'token.revoked':
      return { standing: 'no change', member: undefined };
    case 'rollback.recorded':
    case 'service.removed': {
      const kind = fact.type === 'rollback.recorded' ? 'rollback' : 'removal';
      return place(standingOf(fact.data, instantMs(fact.occurredAt), scope), { kind });
    }
    case 'incident.opened':
    case 'incident.attributed':
    case 'incident.resolved': {
      const row = known.incidents.get(fact.data.incident);
      if (row === undefined) return unrecorded;
      return place(
        standingOf(row, row.openedMs, scope),
        row.index === stored.index ? { kind: 'incident', row } : undefined,
      );
    }
    default: {
      const row = known.deployments.get(fact.data.deployment);
      return row === undefined ? unrecorded : placeOfDeployment(stored.index, fact, row, scope);
    }
  }
}

const unrecorded: Placing = { standing: 'of something never recorded itself', member: undefined };

/** A correction is a change by itself, at its own time, whenever the deployment was. */
function placeOfDeployment(index: number, fact: Fact, row: DeploymentRow, scope: ReportScope): Placing {
  const standing = standingOf(row, row.atMs, scope);
  if (fact.type === 'deployment.corrected') {
    const own = standingOf(row, instantMs(fact.occurredAt), scope);
    if (own === 'in the population') return { standing: own, member: { kind: 'correction', row } };
  }
  return place(standing, row.index === index ? { kind: 'deployment', row } : undefined);
}

function place(standing: Standing, member: Member | undefined): Placing {
  return { standing, member: standing === 'in the population' ? member : undefined };
}

function standingOf(
  { service, environment }: { readonly service: string; readonly environment: string },
  atMs: number,
  scope: ReportScope,
): Standing {
  if (atMs < instantMs(scope.from) || atMs >= instantMs(scope.to)) return 'of another time';
  if (scope.service !== null && scope.service !== service) return 'of another service';
  if (scope.environment !== null && scope.environment !== environment) return 'of another environment';
  return 'in the population';
}

async function deploymentsOf(store: LedgerStore, block: readonly OpenedFact[], knownAt: number) {
  const ids = idsOf(block, 'deployment');
  const rows = ids.length === 0 ? [] : await store.deployments({ ids, knownAt });
  return new Map(rows.map((row) => [row.id, row]));
}

async function incidentsOf(store: LedgerStore, block: readonly OpenedFact[], knownAt: number) {
  const rows = await Promise.all(idsOf(block, 'incident').map((id) => store.incidents({ id, knownAt })));
  return new Map(rows.flat().map((row) => [row.id, row]));
}

function idsOf(block: readonly OpenedFact[], kind: 'deployment' | 'incident'): string[] {
  const subjects = new Set(block.map(({ fact }) => subjectOf(fact)));
  return [...subjects].flatMap((subject) => (subject.startsWith(`${kind}:`) ? subject.slice(kind.length + 1) : []));
}
