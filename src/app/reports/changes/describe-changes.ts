import { type Instant, instant } from '../../../domain/instant.ts';
import { hex } from '../../../ledger/hashing.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import type { DeploymentRow } from '../../../projections/rows.ts';
import { erased } from '../../export/sealed-values.ts';
import { type OpenedValues, openSealedOf } from '../../read/open-sealed.ts';
import { approvalOf } from '../approval.ts';
import { tellFact } from '../fact-sentence.ts';
import { testsRecorded } from '../tested.ts';
import type { Member, MemberFact } from './place-facts.ts';
import { keyOf, type ReportedChange } from './reported-change.ts';
import { type Stories, storiesOf } from './stories-of.ts';

/** Describes the changes that a block of facts made known, with a few queries whatever their number; the first one is number `first`. */
export async function describeChanges(
  store: LedgerStore,
  block: readonly MemberFact[],
  { first, size, incidents }: { first: number; size: number; incidents: ReadonlyMap<string, readonly string[]> },
): Promise<ReportedChange[]> {
  const rows = block.flatMap(({ member }) => (member.kind === 'deployment' ? member.row : []));
  const opened = await openSealedOf(store, rows);
  const stories = await storiesOf(store, block, size);
  return block.map((placed, i) => ({
    number: first + i,
    ...commonParts(placed, stories),
    ...ownParts(placed, opened, { stories, incidents }),
  }));
}

function commonParts({ fact, stored, member }: MemberFact, stories: Stories) {
  const key = keyOf(member.kind, stored.subject, stored.index);
  const ofOneFact = member.kind === 'removal' || member.kind === 'correction';
  return {
    key,
    kind: member.kind,
    recordedAt: fact.recordedAt,
    facts: ofOneFact ? [stored.index] : stories.indexesOf(stored.subject),
    leafHash: hex(stored.leafHash),
  };
}

type Common = 'number' | 'key' | 'kind' | 'recordedAt' | 'facts' | 'leafHash';
type OwnParts = Omit<ReportedChange, Common>;

interface Around {
  readonly stories: Stories;
  readonly incidents: ReadonlyMap<string, readonly string[]>;
}

function ownParts(placed: MemberFact, opened: OpenedValues, around: Around): OwnParts {
  const { fact, member } = placed;
  const told = tellFact(placed);
  const base = { ...nothingRecorded, what: told.what, who: told.who, at: fact.occurredAt };
  if (member.kind === 'deployment') return deploymentParts(member.row, opened, around);
  if (member.kind === 'correction') {
    const { id, service, environment, region } = member.row;
    const why = placed.sealed.text('/data/reason') ?? erased;
    return { ...base, service, environment, region: region || null, relatesTo: id, why };
  }
  if (member.kind === 'incident') return { ...base, ...incidentParts(placed, member) };
  return { ...base, ...laneParts(placed) };
}

const nothingRecorded = {
  region: null,
  version: null,
  fromVersion: null,
  status: null,
  startedAt: null,
  why: null,
  changeId: null,
  approvedBy: [],
  approval: null,
  tested: [],
  planned: null,
  rolledBackAt: null,
  rolledBackBy: null,
  incidents: [],
  relatesTo: null,
  commits: null,
  disputed: null,
  corrections: null,
} as const;

function deploymentParts(row: DeploymentRow, opened: OpenedValues, { stories, incidents }: Around): OwnParts {
  const { id, service, environment, version, sealed, initiator } = row;
  return {
    what: `${service} ${version} to ${environment}${row.region ? ` ${row.region}` : ''}`,
    service,
    environment,
    region: row.region || null,
    version,
    fromVersion: row.previousVersion,
    status: row.status,
    at: instant(row.atMs),
    startedAt: instantOrNull(row.startedMs),
    who: initiator === null ? null : (opened.text(sealed['initiator']) ?? erased),
    why: sealed['message'] === undefined ? null : (opened.text(sealed['message']) ?? erased),
    changeId: row.changeId,
    approvedBy: row.approvedBy.map((actor, i) => opened.text(sealed[`approvedBy/${i}`]) ?? `${erased} ${actor}`),
    approval: approvalOf(row),
    tested: testsOf(sealed['metadata'], opened),
    planned: row.planned,
    rolledBackAt: instantOrNull(row.rolledBackMs),
    rolledBackBy: row.rolledBackBy,
    incidents: incidents.get(id) ?? [],
    relatesTo: row.parentId,
    commits: stories.commitsOf(`deployment:${id}`),
    disputed: row.disputed,
    corrections: stories.correctionsOf(`deployment:${id}`),
  };
}

function testsOf(metadata: DeploymentRow['sealed'][string] | undefined, opened: OpenedValues): readonly string[] {
  if (metadata !== undefined && !opened.holds(metadata)) return [erased];
  return testsRecorded(opened.value(metadata) as Readonly<Record<string, unknown>> | null);
}

function incidentParts({ sealed }: MemberFact, { row }: Extract<Member, { kind: 'incident' }>) {
  const { service, environment, resolvedMs, causedBy } = row;
  return {
    service,
    environment,
    at: instant(row.openedMs),
    status: resolvedMs === null ? 'open' : `resolved ${instant(resolvedMs)}`,
    why: row.sealed['title'] === undefined ? null : (sealed.text('/data/title') ?? erased),
    relatesTo: causedBy || null,
  };
}

function laneParts({ fact, sealed }: MemberFact) {
  if (fact.type === 'rollback.recorded') {
    const { service, environment, region, fromVersion, toVersion, deployment } = fact.data;
    const why = sealed.text('/data/reason') ?? erased;
    const place = { service, environment, region: region ?? null };
    return { ...place, version: toVersion, fromVersion, why, relatesTo: deployment ?? null };
  }
  if (fact.type !== 'service.removed') throw new TypeError(`a fact of type ${fact.type} makes no such change known`);
  const { service, environment, region } = fact.data;
  return { service, environment, region: region ?? null };
}

function instantOrNull(ms: number | null): Instant | null {
  return ms === null ? null : instant(ms);
}
