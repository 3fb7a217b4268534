import { clearClaim, compareText, wholeClaim } from '../domain/clear-claim.ts';
import type { DeploymentData, DeploymentFact, DeploymentRecorded } from '../domain/facts/deployment.ts';
import { instantMs } from '../domain/instant.ts';
import { evolve, type Lifecycle, lifecycleRank, type Report } from '../domain/lifecycle.ts';
import type { Progress } from '../domain/strategies/strategy.ts';
import type { ReportedStatus } from '../domain/vocabulary.ts';
import type { DeploymentState, SealedRefs } from './rows.ts';

/** A fact with its place in the log. */
export interface Placed<Of> {
  readonly index: number;
  readonly fact: Of;
}

/**
 * What the facts about one deployment add up to, in whatever order they are given: the order in which they happened counts.
 * Undefined as long as nothing recorded the deployment itself.
 */
export function foldDeployment(facts: readonly Placed<DeploymentFact>[]): DeploymentState | undefined {
  const ordered = facts.length > 1 ? facts.toSorted((a, b) => compareFacts(a.fact, b.fact)) : facts;
  const recorded = ordered.find(isRecorded);
  if (recorded === undefined) return undefined;
  let life: Lifecycle | undefined;
  let data = recorded.fact.data;
  let progress: Progress = data.progress ?? {};
  let sealed: SealedRefs = {};
  let decided: Partial<DeploymentData> = {};
  for (const { fact, index } of ordered) {
    const report = reportOf(fact);
    if (report !== undefined) life = evolve(life, report);
    if (fact.type === 'deployment.corrected') {
      data = { ...data, ...fact.data.set };
      decided = { ...decided, ...fact.data.set };
    }
    progress = { ...progress, ...progressOf(fact) };
    sealed = { ...sealed, ...sealedRefs(fact, index) };
  }
  if (life === undefined) return undefined;
  return describe(recorded, data, settle(life, decided), { progress, sealed });
}

function isRecorded(placed: Placed<DeploymentFact>): placed is Placed<DeploymentRecorded> {
  return placed.fact.type === 'deployment.recorded';
}

function compareFacts(a: DeploymentFact, b: DeploymentFact): number {
  return (
    instantMs(a.occurredAt) - instantMs(b.occurredAt) ||
    rankOf(a) - rankOf(b) ||
    compareText(clearClaim(a), clearClaim(b)) ||
    compareText(wholeClaim(a), wholeClaim(b))
  );
}

function rankOf(fact: DeploymentFact): number {
  if (fact.type === 'deployment.shipped') return -1;
  if (fact.type === 'deployment.corrected') return 9;
  return lifecycleRank(reportOf(fact)?.status);
}

function reportOf(fact: DeploymentFact): Report | undefined {
  const atMs = instantMs(fact.occurredAt);
  switch (fact.type) {
    case 'deployment.recorded': {
      const { startedAt, status } = fact.data;
      const claimsStart = startedAt !== undefined && status !== 'pending';
      return { atMs, status, startedMs: claimsStart ? instantMs(startedAt) : undefined };
    }
    case 'deployment.advanced':
    case 'deployment.finished':
      return { atMs, status: fact.data.status };
    case 'deployment.abandoned':
      return { atMs, status: 'abandoned', lastHeardMs: instantMs(fact.data.lastHeardAt) };
    case 'deployment.shipped':
    case 'deployment.corrected':
      return undefined;
  }
}

function progressOf(fact: DeploymentFact): Progress | undefined {
  switch (fact.type) {
    case 'deployment.advanced':
    case 'deployment.finished':
      return fact.data.progress;
    case 'deployment.corrected':
      return fact.data.set.progress;
    default:
      return undefined;
  }
}

/** A person's correction of the status or the times outweighs every report. */
function settle(life: Lifecycle, decided: Partial<DeploymentData>): Lifecycle {
  const status: ReportedStatus = decided.status ?? life.status;
  return {
    ...life,
    status,
    disputed: decided.status === undefined && life.disputed,
    startedMs: decided.startedAt === undefined ? life.startedMs : instantMs(decided.startedAt),
    finishedMs: decided.finishedAt === undefined ? life.finishedMs : instantMs(decided.finishedAt),
  };
}

interface Gathered {
  readonly progress: Progress;
  readonly sealed: SealedRefs;
}

function describe(
  recorded: Placed<DeploymentRecorded>,
  data: DeploymentData,
  life: Lifecycle,
  { progress, sealed }: Gathered,
): DeploymentState {
  // Every field by its name: an object that is spread into another one here takes a hundred times as long to make.
  return {
    id: data.deployment,
    service: data.service,
    environment: data.environment,
    region: data.region ?? '',
    version: data.version,
    strategy: data.strategy,
    kind: data.kind ?? 'application',
    cluster: data.cluster ?? null,
    replicas: data.replicas ?? null,
    changeId: data.changeId ?? null,
    artifact: data.artifact ?? null,
    commit: data.commit ?? null,
    parentId: data.parentId ?? null,
    claimedPrevious: data.previousVersion ?? null,
    planned: data.planned ?? null,
    remediates: data.remediates ?? [],
    window: data.window ?? null,
    downtimeExpected: data.downtimeExpected ?? null,
    outcome: life.status,
    disputed: life.disputed,
    createdMs: life.createdMs,
    startedMs: life.startedMs,
    finishedMs: life.finishedMs,
    lastHeardMs: life.lastHeardMs,
    atMs: life.finishedMs ?? life.startedMs ?? life.createdMs,
    initiator: data.initiator?.actor ?? null,
    approvedBy: (data.approvedBy ?? []).map((person) => person.actor),
    index: recorded.index,
    recordedMs: instantMs(recorded.fact.recordedAt),
    progress,
    sealed,
  };
}

type SealedFields = Partial<Pick<DeploymentData, 'approvedBy' | 'initiator' | 'message' | 'metadata'>>;
const sealedFields = ['initiator', 'message', 'metadata'] as const;

/** Where the openings of a fact's sealed fields are found; approvers are `approvedBy/0`, `approvedBy/1`, … */
function sealedRefs(fact: DeploymentFact, index: number): SealedRefs {
  if (fact.type === 'deployment.shipped') return {};
  const corrected = fact.type === 'deployment.corrected';
  const data: SealedFields = corrected ? fact.data.set : fact.data;
  const base = corrected ? '/data/set' : '/data';
  const refs: Record<string, readonly [number, string]> = {};
  for (const field of sealedFields) {
    if (data[field] !== undefined) refs[field] = [index, `${base}/${field}`];
  }
  for (const i of (data.approvedBy ?? []).keys()) refs[`approvedBy/${i}`] = [index, `${base}/approvedBy/${i}`];
  return refs;
}
